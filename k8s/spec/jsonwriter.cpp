// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/jsonwriter.h"

#include <QLocale>

#include <cmath>

namespace k8s {

namespace {

void appendString(QByteArray &json, std::string_view utf8)
{
    json += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\r':
            json += "\\r";
            break;
        case '\t':
            json += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                json += "\\u00";
                json += QByteArray::number(int(c), 16).rightJustified(2, '0');
            } else {
                json += c;
            }
        }
    }
    json += '"';
}

void appendNumber(QByteArray &json, double number)
{
    if (!std::isfinite(number))
        json += "null"; // reported while parsing
    else
        json += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

void append(QByteArray &json, SpecValue value) // NOLINT(misc-no-recursion): depth is limited by the parser
{
    using Kind = SpecNode::Kind;
    switch (value.kind()) {
    case Kind::Null:
        json += "null";
        return;
    case Kind::Bool:
        json += value.boolean() ? "true" : "false";
        return;
    case Kind::Integer:
        json += QByteArray::number(qint64(value.integer()));
        return;
    case Kind::Float:
        appendNumber(json, value.number());
        return;
    case Kind::String:
        appendString(json, value.text());
        return;
    case Kind::Map:
    case Kind::List:
        break;
    }
    const bool map = value.isMap();
    json += map ? '{' : '[';
    bool first = true;
    for (SpecValue child : value) {
        if (!std::exchange(first, false))
            json += ',';
        if (map) {
            appendString(json, child.key());
            json += ':';
        }
        append(json, child);
    }
    json += map ? '}' : ']';
}

} // namespace

QByteArray toJson(SpecValue value)
{
    QByteArray json;
    append(json, value);
    return json;
}

QByteArray jsonString(std::string_view utf8)
{
    QByteArray json;
    appendString(json, utf8);
    return json;
}

} // namespace k8s
