// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/protojson.h"

#include "k8s/watch/protofield.h"

#include <simdjson.h>

#include <algorithm>
#include <chrono>
#include <functional>

namespace k8s {

using namespace Qt::StringLiterals;
using protozero::pbf_reader;
using protozero::pbf_wire_type;

namespace {

std::string_view viewOf(protozero::data_view data) { return {data.data(), data.size()}; }

void appendEscaped(char c, std::string &json)
{
    constexpr std::string_view digits = "0123456789abcdef";
    json += '\\';
    switch (c) {
    case '"':
    case '\\':
        json += c;
        break;
    case '\n':
        json += 'n';
        break;
    case '\r':
        json += 'r';
        break;
    case '\t':
        json += 't';
        break;
    default:
        json += "u00";
        json += digits[quint8(c) >> 4];
        json += digits[quint8(c) & 15];
    }
}

bool needsEscape(char c) { return quint8(c) < 0x20 || c == '"' || c == '\\'; }

/// Length of the well-formed UTF-8 sequence at the beginning, 0 if there is none.
size_t sequenceLength(std::string_view text)
{
    for (size_t length = 1; length <= std::min<size_t>(4, text.size()); ++length) {
        if (simdjson::validate_utf8(text.data(), length))
            return length;
    }
    return 0;
}

std::string repaired(std::string_view text)
{
    std::string valid;
    while (!text.empty()) {
        const size_t length = sequenceLength(text);
        valid += length > 0 ? text.substr(0, length) : std::string_view("\xEF\xBF\xBD");
        text.remove_prefix(std::max<size_t>(length, 1));
    }
    return valid;
}

void appendString(std::string_view text, std::string &json)
{
    if (!simdjson::validate_utf8(text.data(), text.size()))
        return appendString(repaired(text), json);
    json += '"';
    size_t begin = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        if (needsEscape(text[i])) {
            json += text.substr(begin, i - begin);
            appendEscaped(text[i], json);
            begin = i + 1;
        }
    }
    json += text.substr(begin);
    json += '"';
}

void appendNumber(unsigned value, int digits, std::string &json)
{
    const size_t end = json.size() + size_t(digits);
    json.resize(end);
    for (int i = 1; i <= digits; ++i, value /= 10)
        json[end - size_t(i)] = char('0' + value % 10);
}

/// "2026-11-24T02:20:19": a pod has ten of them, and QDateTime would take most of the time of the whole object.
void appendSeconds(qint64 seconds, std::string &json)
{
    using namespace std::chrono;
    constexpr qint64 year10000 = 253'402'300'800;
    const sys_seconds time {std::chrono::seconds(std::clamp<qint64>(seconds, 0, year10000 - 1))};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    appendNumber(unsigned(int(date.year())), 4, json);
    json += '-';
    appendNumber(unsigned(date.month()), 2, json);
    json += '-';
    appendNumber(unsigned(date.day()), 2, json);
    json += 'T';
    appendNumber(unsigned(clock.hours().count()), 2, json);
    json += ':';
    appendNumber(unsigned(clock.minutes().count()), 2, json);
    json += ':';
    appendNumber(unsigned(clock.seconds().count()), 2, json);
}

void appendTime(pbf_reader reader, bool micro, std::string &json)
{
    qint64 seconds = 0;
    qint64 nanos = 0;
    bool any = false;
    while (reader.next()) {
        any = true;
        if (isVarint(reader, 1))
            seconds = reader.get_int64();
        else if (isVarint(reader, 2))
            nanos = reader.get_int64();
        else
            reader.skip();
    }
    if (!any) {
        json += "null"; // Go's zero time
        return;
    }
    json += '"';
    appendSeconds(seconds, json);
    if (micro)
        appendNumber(unsigned(nanos / 1000), 6, json += '.');
    json += "Z\"";
}

/// The string in field 1 of a resource.Quantity.
std::string_view quantity(pbf_reader reader)
{
    std::string_view text;
    while (reader.next()) {
        if (isBytes(reader, 1))
            text = viewOf(reader.get_view());
        else
            reader.skip();
    }
    return text;
}

void appendMapEntry(pbf_reader reader, bool ofQuantities, std::string &json)
{
    std::string_view key;
    std::string_view value;
    while (reader.next()) {
        if (isBytes(reader, 1))
            key = viewOf(reader.get_view());
        else if (isBytes(reader, 2))
            value = ofQuantities ? quantity(reader.get_message()) : viewOf(reader.get_view());
        else
            reader.skip();
    }
    appendString(key, json);
    json += ':';
    appendString(value, json);
}

pbf_wire_type wireType(ProtoType type)
{
    return type == ProtoType::Bool || type == ProtoType::Integer ? pbf_wire_type::varint
                                                                 : pbf_wire_type::length_delimited;
}

class Writer
{
public:
    explicit Writer(std::string &json)
        : m_json(json)
    {
    }

    /// The members without the braces.
    void members(pbf_reader reader, const ProtoMessage &message);

private:
    void member(pbf_reader &reader, const ProtoField &field);
    void scalar(pbf_reader &reader, const ProtoField &field);
    void element(pbf_reader &reader, const ProtoField &field);
    void open(const ProtoField &field);
    void close();
    void key(const ProtoField &field);

    std::string &m_json;
    const ProtoField *m_open = nullptr; ///< the repeated field whose elements are being written
    bool m_any = false; ///< a comma is due before the next member
};

void Writer::key(const ProtoField &field)
{
    if (std::exchange(m_any, true))
        m_json += ',';
    m_json += '"';
    m_json += field.key;
    m_json += "\":";
}

void Writer::open(const ProtoField &field)
{
    if (m_open == &field) {
        m_json += ',';
        return;
    }
    close();
    key(field);
    m_open = &field;
    m_json += field.type == ProtoType::Strings || field.type == ProtoType::Messages ? '[' : '{';
}

void Writer::close()
{
    if (const auto *field = std::exchange(m_open, nullptr))
        m_json += field->type == ProtoType::Strings || field->type == ProtoType::Messages ? ']' : '}';
}

void Writer::members(pbf_reader reader, const ProtoMessage &message)
{
    while (reader.next()) {
        const auto field = std::ranges::find(message.fields, reader.tag(), &ProtoField::number);
        if (field != message.fields.end() && reader.has_wire_type(wireType(field->type)))
            member(reader, *field);
        else
            reader.skip();
    }
    close();
}

void Writer::member(pbf_reader &reader, const ProtoField &field)
{
    if (field.type >= ProtoType::Strings) {
        open(field);
        element(reader, field);
    } else {
        close();
        scalar(reader, field);
    }
}

void Writer::scalar(pbf_reader &reader, const ProtoField &field)
{
    switch (field.type) {
    case ProtoType::Bool:
        if (const bool value = reader.get_bool(); value || field.always) {
            key(field);
            m_json += value ? "true" : "false";
        }
        break;
    case ProtoType::Integer:
        if (const auto value = reader.get_int64(); value != 0 || field.always) {
            key(field);
            m_json += std::to_string(value);
        }
        break;
    case ProtoType::Time:
    case ProtoType::MicroTime:
        key(field);
        appendTime(reader.get_message(), field.type == ProtoType::MicroTime, m_json);
        break;
    case ProtoType::Message:
        key(field);
        m_json += '{';
        Writer(m_json).members(reader.get_message(), *field.message);
        m_json += '}';
        break;
    default:
        if (const auto value = viewOf(reader.get_view()); !value.empty() || field.always) {
            key(field);
            appendString(value, m_json);
        }
    }
}

void Writer::element(pbf_reader &reader, const ProtoField &field)
{
    switch (field.type) {
    case ProtoType::Messages:
        m_json += '{';
        Writer(m_json).members(reader.get_message(), *field.message);
        m_json += '}';
        break;
    case ProtoType::Strings:
        appendString(viewOf(reader.get_view()), m_json);
        break;
    default:
        appendMapEntry(reader.get_message(), field.type == ProtoType::QuantityMap, m_json);
    }
}

Result<> guarded(const std::function<void()> &write)
{
    try {
        write();
    } catch (const protozero::exception &exception) {
        return std::unexpected(Error {.kind = Error::Kind::Protocol, .message = QString::fromLatin1(exception.what())});
    }
    return {};
}

} // namespace

Result<> appendProtoAsJson(std::string_view bytes, const ProtoMessage &message, std::string &json)
{
    return guarded([&] {
        json += '{';
        Writer(json).members(pbf_reader(bytes.data(), bytes.size()), message);
        json += '}';
    });
}

Result<> protoObjectToJson(std::string_view bytes, std::string_view apiVersion, std::string_view kind,
                           std::string &json)
{
    const auto *message = protoMessageOf(apiVersion, kind);
    if (!message) {
        return std::unexpected(Error {
            .kind = Error::Kind::Protocol,
            .message = u"no protobuf projection for %1"_s.arg(QString::fromUtf8(kind.data(), qsizetype(kind.size())))});
    }
    json += R"({"apiVersion":)";
    appendString(apiVersion, json);
    json += R"(,"kind":)";
    appendString(kind, json);
    return guarded([&] {
        const size_t before = json.size();
        json += ',';
        Writer(json).members(pbf_reader(bytes.data(), bytes.size()), *message);
        if (json.size() == before + 1)
            json.pop_back(); // no member, no comma
        json += '}';
    });
}

} // namespace k8s
