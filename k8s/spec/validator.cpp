// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/validator.h"

#include "k8s/core/quantity.h"
#include "k8s/spec/jsonwriter.h"
#include "k8s/spec/repeatedentries.h"
#include "k8s/spec/scalar.h"
#include "k8s/spec/suggestion.h"

#include <QVarLengthArray>

#include <algorithm>
#include <limits>

namespace k8s {

namespace {

using Kind = SpecNode::Kind;

std::uint8_t typeOf(SpecValue value)
{
    switch (value.kind()) {
    case Kind::Null:
        return 0;
    case Kind::Bool:
        return SchemaNode::Boolean;
    case Kind::Integer:
        return SchemaNode::Integer;
    case Kind::Float:
        return SchemaNode::Number;
    case Kind::String:
        return SchemaNode::String;
    case Kind::Map:
        return SchemaNode::Object;
    case Kind::List:
        break;
    }
    return SchemaNode::Array;
}

const char *typeSentence(const SchemaNode &schema)
{
    if (schema.quantity)
        return QT_TRANSLATE_NOOP("Diagnostic", "%1 must be a quantity such as 2, 500m or 4Gi.");
    switch (schema.types) {
    case SchemaNode::Boolean:
        return QT_TRANSLATE_NOOP("Diagnostic", "%1 must be true or false.");
    case SchemaNode::Integer:
        return QT_TRANSLATE_NOOP("Diagnostic", "%1 must be a whole number.");
    case SchemaNode::Number | SchemaNode::Integer:
        return QT_TRANSLATE_NOOP("Diagnostic", "%1 must be a number.");
    case SchemaNode::String:
        return QT_TRANSLATE_NOOP("Diagnostic", "%1 must be a string.");
    case SchemaNode::Object:
        return QT_TRANSLATE_NOOP("Diagnostic", "%1 must be a map of fields.");
    case SchemaNode::Array:
        return QT_TRANSLATE_NOOP("Diagnostic", "%1 must be a list.");
    default:
        return QT_TRANSLATE_NOOP("Diagnostic", "%1 must be a whole number or a string.");
    }
}

QStringList strings(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(QString::fromStdString(word));
    return list;
}

/// One walk along document and schema together.
class Walk
{
public:
    Walk(const Schema &schema, Diagnostics &diagnostics, int limit)
        : m_schema(schema)
        , m_diagnostics(diagnostics)
        , m_limit(limit)
    {
    }

    void check(SpecValue value, std::int32_t place, std::int32_t around) // NOLINT(misc-no-recursion): depth is limited
    {
        if (place < 0 || m_diagnostics.size() >= m_limit)
            return;
        const SchemaNode &schema = m_schema.node(place);
        if (value.isNull()) {
            checkNull(value, schema);
        } else if (schema.types != 0 && (schema.types & typeOf(value)) == 0) {
            reportType(value, schema);
        } else if (value.isMap()) {
            checkMap(value, schema, place, around);
        } else if (value.isList()) {
            checkList(value, schema, place);
        } else {
            checkScalar(value, schema);
        }
    }

private:
    Diagnostic &report(SpecValue value, const char *id, Message message, Message remedy = {})
    {
        const SpecNode &node = value.node();
        const bool atKey = node.length == 0 && node.keyOffset >= 0;
        m_diagnostics.append({.source = Diagnostic::Source::Schema,
                              .id = id,
                              .offset = qsizetype(atKey ? node.keyOffset : node.offset),
                              .length = qsizetype(std::max<std::int64_t>(1, atKey ? node.keyLength : node.length)),
                              .path = value.path(),
                              .message = std::move(message),
                              .remedy = std::move(remedy)});
        return m_diagnostics.last();
    }

    static QString nameOf(SpecValue value)
    {
        if (!value.key().empty())
            return value.keyString();
        return value.parent().isList()
            ? QStringLiteral("%1[%2]").arg(value.parent().keyString()).arg(value.indexInParent())
            : QStringLiteral("The document");
    }

    /// The API server drops a null that the schema does not ask for: the field is as good as left out.
    void checkNull(SpecValue value, const SchemaNode &schema)
    {
        if (schema.nullable || schema.types == 0)
            return;
        if (value.parent().isList()) {
            reportType(value, schema);
            return;
        }
        Diagnostic &diagnostic
            = report(value, "schema/null",
                     {QT_TRANSLATE_NOOP("Diagnostic", "%1 is empty: the same as leaving it out."), {nameOf(value)}},
                     {QT_TRANSLATE_NOOP("Diagnostic", "Give it a value or remove the line.")});
        diagnostic.severity = Diagnostic::Severity::Hint;
    }

    void reportType(SpecValue value, const SchemaNode &schema)
    {
        Diagnostic &diagnostic = report(value, "schema/type", {typeSentence(schema), {nameOf(value)}});
        if (value.node().alias || !value.isScalar())
            return;
        const std::optional<QByteArray> mended = mend(value, schema);
        if (!mended)
            return;
        diagnostic.fix = QuickFix {
            .title = {QT_TRANSLATE_NOOP("Diagnostic", "Change to %1"), {QString::fromUtf8(*mended)}},
            .offset = qsizetype(value.node().offset),
            .length = qsizetype(value.node().length),
            .replacement = *mended,
        };
    }

    /// The same value written in the type that is asked for.
    static std::optional<QByteArray> mend(SpecValue value, const SchemaNode &schema)
    {
        const std::string_view text = value.text();
        if (schema.types == SchemaNode::String && !value.isString())
            return jsonString(text);
        if (!value.isString())
            return std::nullopt;
        if (schema.types == SchemaNode::Boolean && isOldBoolean(text))
            return oldBooleanValue(text) ? "true" : "false";
        SpecNode probe;
        probe.text = text;
        resolvePlainScalar(probe);
        const bool wanted = (schema.types & SchemaNode::Boolean && probe.kind == Kind::Bool)
            || (schema.types & SchemaNode::Integer && probe.kind == Kind::Integer)
            || (schema.types & SchemaNode::Number && probe.kind == Kind::Float);
        if (wanted)
            return QByteArray(text.data(), qsizetype(text.size()));
        return schema.types & SchemaNode::Integer ? numberWord(text) : std::nullopt;
    }

    static std::optional<QByteArray> numberWord(std::string_view text)
    {
        constexpr std::array<std::string_view, 11> words {"zero", "one",   "two",   "three", "four", "five",
                                                          "six",  "seven", "eight", "nine",  "ten"};
        const auto found = std::ranges::find(words, text);
        return found == words.end() ? std::nullopt : std::optional(QByteArray::number(qint64(found - words.begin())));
    }

    void checkMap(SpecValue map, const SchemaNode &schema, std::int32_t place, std::int32_t around)
    {
        QVarLengthArray<bool, 32> given(qsizetype(schema.required.size()), false);
        for (SpecValue child : map) {
            const SchemaNode::Property *property = schema.property(child.key());
            if (property) {
                if (property->required >= 0 && (!child.isNull() || m_schema.node(property->node).nullable))
                    given[property->required] = true;
                check(child, property->node, place);
            } else if (schema.additional >= 0) {
                check(child, schema.additional, place);
            } else if (!schema.openMap && child.key() != "<<") {
                reportUnknown(child, schema, around);
            }
        }
        for (qsizetype i = 0; i < given.size(); ++i) {
            const std::string &name = schema.required[size_t(i)];
            if (!given[i] && (schema.property(name) || !map[name].exists()))
                reportMissing(map, name);
        }
        checkSize(map, schema);
    }

    void reportMissing(SpecValue map, const std::string &name)
    {
        const SpecNode &node = map.node();
        // At the key of the map, or at the first field of a list entry: that is where people look.
        const bool atKey = node.keyOffset >= 0;
        const SpecValue first = map.firstChild();
        const bool atFirst = !atKey && first.exists();
        Diagnostic diagnostic {
            .source = Diagnostic::Source::Schema,
            .id = "schema/required",
            .offset = qsizetype(atKey         ? node.keyOffset
                                    : atFirst ? first.node().keyOffset
                                              : node.offset),
            .length = qsizetype(std::max<std::int64_t>(1,
                                                       atKey         ? node.keyLength
                                                           : atFirst ? first.node().keyLength
                                                                     : 1)),
            .path = map.path(),
            .message = map.parent().exists()
                ? Message {QT_TRANSLATE_NOOP("Diagnostic", "The field %1 is missing in %2."),
                           {QString::fromStdString(name), map.path()}}
                : Message {QT_TRANSLATE_NOOP("Diagnostic", "The field %1 is missing."), {QString::fromStdString(name)}},
        };
        diagnostic.path += (diagnostic.path.isEmpty() ? QString() : QStringLiteral(".")) + QString::fromStdString(name);
        m_diagnostics.append(std::move(diagnostic));
    }

    void reportUnknown(SpecValue child, const SchemaNode &schema, std::int32_t around)
    {
        std::vector<std::string_view> names;
        names.reserve(schema.properties.size());
        for (const SchemaNode::Property &property : schema.properties)
            names.push_back(property.name);
        const std::string_view nearest = nearestWord(child.key(), names);
        const SpecNode &node = child.node();
        Diagnostic diagnostic {
            .source = Diagnostic::Source::Schema,
            .id = "schema/unknown-field",
            .offset = qsizetype(node.keyOffset),
            .length = qsizetype(node.keyLength),
            .path = child.path(),
            .message = {QT_TRANSLATE_NOOP("Diagnostic", "There is no field %1 here."), {child.keyString()}},
        };
        const SchemaNode *outside = around >= 0 ? &m_schema.node(around) : nullptr;
        if (!nearest.empty()) {
            const QString word = QString::fromUtf8(nearest.data(), qsizetype(nearest.size()));
            diagnostic.remedy = {QT_TRANSLATE_NOOP("Diagnostic", "Did you mean %1?"), {word}};
            diagnostic.fix = QuickFix {.title = {QT_TRANSLATE_NOOP("Diagnostic", "Change to %1"), {word}},
                                       .offset = qsizetype(node.keyOffset),
                                       .length = qsizetype(node.keyLength),
                                       .replacement = word.toUtf8()};
        } else if (outside && outside->property(child.key())) {
            diagnostic.remedy = {QT_TRANSLATE_NOOP("Diagnostic", "It belongs one level up, beside %1."),
                                 {child.parent().keyString()}};
        } else if (const std::string_view inner = childThatKnows(child.key(), schema); !inner.empty()) {
            diagnostic.remedy = {QT_TRANSLATE_NOOP("Diagnostic", "It belongs one level down, under %1."),
                                 {QString::fromUtf8(inner.data(), qsizetype(inner.size()))}};
        }
        if (!child.node().alias)
            m_diagnostics.append(std::move(diagnostic));
    }

    std::string_view childThatKnows(std::string_view key, const SchemaNode &schema) const
    {
        for (const SchemaNode::Property &property : schema.properties) {
            if (m_schema.node(property.node).property(key))
                return property.name;
        }
        return {};
    }

    void checkSize(SpecValue value, const SchemaNode &schema)
    {
        if (schema.minSize > 0 && value.size() < schema.minSize) {
            report(value, "schema/size",
                   {QT_TRANSLATE_NOOP("Diagnostic", "%1 must have at least %2 entries."),
                    {nameOf(value), QString::number(schema.minSize)}});
        }
        if (schema.maxSize >= 0 && value.size() > schema.maxSize) {
            report(value, "schema/size",
                   {QT_TRANSLATE_NOOP("Diagnostic", "%1 has %2 entries; at most %3 are allowed."),
                    {nameOf(value), QString::number(value.size()), QString::number(schema.maxSize)}});
        }
    }

    void checkList(SpecValue list, const SchemaNode &schema, std::int32_t place)
    {
        for (SpecValue item : list)
            check(item, schema.items, place);
        if (schema.listType != SchemaNode::ListType::Atomic && list.size() > 1)
            checkUnique(list, schema);
        checkSize(list, schema);
    }

    void checkUnique(SpecValue list, const SchemaNode &schema)
    {
        for (const SpecValue item : repeatedEntries(list, schema, m_schema)) {
            const SpecValue named = schema.listKeys.empty() ? item : item[schema.listKeys.front()];
            report(named.exists() ? named : item, "schema/duplicate",
                   {QT_TRANSLATE_NOOP("Diagnostic", "%1 has this entry already."), {list.keyString()}},
                   schema.listKeys.empty() ? Message {}
                                           : Message {QT_TRANSLATE_NOOP("Diagnostic", "Entries must differ in %1."),
                                                      {strings(schema.listKeys).join(QStringLiteral(", "))}});
        }
    }

    void checkScalar(SpecValue value, const SchemaNode &schema)
    {
        if (value.kind() == Kind::Integer || value.kind() == Kind::Float)
            checkNumber(value, schema);
        else if (value.isString())
            checkString(value, schema);
        if (!schema.choices.empty() && std::ranges::find(schema.choices, value.text()) == schema.choices.end())
            reportChoice(value, schema);
    }

    void reportChoice(SpecValue value, const SchemaNode &schema)
    {
        QStringList choices = strings(schema.choices);
        choices.removeAll(QString());
        Diagnostic &diagnostic = report(value, "schema/enum",
                                        {QT_TRANSLATE_NOOP("Diagnostic", "%1 must be one of %2."),
                                         {nameOf(value), choices.join(QStringLiteral(", "))}});
        const std::vector<std::string_view> words(schema.choices.begin(), schema.choices.end());
        const std::string_view nearest = nearestWord(value.text(), words);
        if (nearest.empty() || value.node().alias)
            return;
        const QByteArray word(nearest.data(), qsizetype(nearest.size()));
        diagnostic.fix
            = QuickFix {.title = {QT_TRANSLATE_NOOP("Diagnostic", "Change to %1"), {QString::fromUtf8(word)}},
                        .offset = qsizetype(value.node().offset),
                        .length = qsizetype(value.node().length),
                        .replacement = word};
    }

    void checkNumber(SpecValue value, const SchemaNode &schema)
    {
        const double number = value.number();
        const QString limit = [&] {
            if (schema.minimum && (number < *schema.minimum || (schema.aboveMinimum && number == *schema.minimum)))
                return QString::number(*schema.minimum);
            return QString();
        }();
        if (!limit.isEmpty()) {
            report(value, "schema/minimum",
                   {schema.aboveMinimum ? QT_TRANSLATE_NOOP("Diagnostic", "%1 must be more than %2.")
                                        : QT_TRANSLATE_NOOP("Diagnostic", "%1 must be %2 or more."),
                    {nameOf(value), limit}});
        }
        if (schema.maximum && (number > *schema.maximum || (schema.belowMaximum && number == *schema.maximum))) {
            report(value, "schema/maximum",
                   {schema.belowMaximum ? QT_TRANSLATE_NOOP("Diagnostic", "%1 must be less than %2.")
                                        : QT_TRANSLATE_NOOP("Diagnostic", "%1 must be %2 or less."),
                    {nameOf(value), QString::number(*schema.maximum)}});
        }
        constexpr auto int32 = double(std::numeric_limits<std::int32_t>::max());
        if (schema.format == "int32" && !schema.maximum && (number > int32 || number < -int32 - 1))
            report(value, "schema/range",
                   {QT_TRANSLATE_NOOP("Diagnostic", "%1 does not fit into 32 bits."), {nameOf(value)}});
        if (value.node().plain && isOldOctal(value.text()) && value.text().size() > 1)
            reportOctal(value);
    }

    void reportOctal(SpecValue value)
    {
        if (value.key() == "defaultMode" || value.key() == "mode")
            return; // file modes are written in octal on purpose
        Diagnostic &diagnostic
            = report(value, "yaml/octal",
                     {QT_TRANSLATE_NOOP("Diagnostic", "%1 is read as %2: a leading zero means octal."),
                      {value.string(), QString::number(value.integer())}},
                     {QT_TRANSLATE_NOOP("Diagnostic", "Remove the zero, or put the value in quotes if it is text.")});
        diagnostic.severity = Diagnostic::Severity::Warning;
        diagnostic.source = Diagnostic::Source::Yaml;
    }

    void checkString(SpecValue value, const SchemaNode &schema)
    {
        if (schema.quantity || schema.pattern >= 0 || schema.minLength > 0 || schema.maxLength >= 0)
            checkText(value, schema);
        if (value.node().plain && schema.types != 0 && isOldBoolean(value.text()))
            reportOldBoolean(value);
    }

    void checkText(SpecValue value, const SchemaNode &schema)
    {
        const QString text = value.string();
        if (schema.quantity && !parseQuantity(text)) {
            report(value, "schema/quantity", {typeSentence(schema), {nameOf(value)}});
        } else if (schema.pattern >= 0 && !m_schema.pattern(schema.pattern).match(text).hasMatch()) {
            report(value, "schema/pattern",
                   {QT_TRANSLATE_NOOP("Diagnostic", "%1 must match the pattern %2."),
                    {nameOf(value), m_schema.pattern(schema.pattern).pattern()}});
        }
        const qsizetype length = schema.minLength > 0 || schema.maxLength >= 0 ? text.toUcs4().size() : 0;
        if (schema.minLength > 0 && length < schema.minLength) {
            report(value, "schema/length",
                   {length == 0 ? QT_TRANSLATE_NOOP("Diagnostic", "%1 must not be empty.")
                                : QT_TRANSLATE_NOOP("Diagnostic", "%1 must have at least %2 characters."),
                    {nameOf(value), QString::number(schema.minLength)}});
        }
        if (schema.maxLength >= 0 && length > schema.maxLength) {
            report(value, "schema/length",
                   {QT_TRANSLATE_NOOP("Diagnostic", "%1 has %2 characters; at most %3 are allowed."),
                    {nameOf(value), QString::number(length), QString::number(schema.maxLength)}});
        }
    }

    void reportOldBoolean(SpecValue value)
    {
        Diagnostic &diagnostic = report(
            value, "yaml/old-boolean",
            {QT_TRANSLATE_NOOP("Diagnostic", "kubectl reads %1 without quotes as %2, not as text."),
             {value.string(), oldBooleanValue(value.text()) ? QStringLiteral("true") : QStringLiteral("false")}},
            {QT_TRANSLATE_NOOP("Diagnostic", "Put it in quotes.")});
        diagnostic.severity = Diagnostic::Severity::Hint;
        diagnostic.source = Diagnostic::Source::Yaml;
        if (value.node().alias)
            return;
        const QByteArray quoted = jsonString(value.text());
        diagnostic.fix
            = QuickFix {.title = {QT_TRANSLATE_NOOP("Diagnostic", "Change to %1"), {QString::fromUtf8(quoted)}},
                        .offset = qsizetype(value.node().offset),
                        .length = qsizetype(value.node().length),
                        .replacement = quoted};
    }

    const Schema &m_schema;
    Diagnostics &m_diagnostics;
    const int m_limit;
};

} // namespace

void validate(SpecValue root, const Schema &schema, Diagnostics &diagnostics, int limit)
{
    if (root.exists())
        Walk(schema, diagnostics, int(diagnostics.size()) + limit).check(root, 0, -1);
}

} // namespace k8s
