// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/ownrule.h"

#include "models/metrics/linetokens.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <cstring>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t longestLine = 4 * 1024; // nobody writes a figure that far behind
constexpr qsizetype longestPattern = 2000;
constexpr quint32 matchLimit = 5000; // steps from one place of the line; PCRE2's default of ten millions takes seconds

struct OwnRuleText
{
    Q_DECLARE_TR_FUNCTIONS(OwnRule)
};

using Code = std::unique_ptr<pcre2_code, decltype(&pcre2_code_free)>;

/// A number as logs write it. Possessive: a number is never given back in parts, which also keeps text rules fast.
QString numberExpression(const QString &group)
{
    return u"(?<%1>[-+]?+(?:(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][-+]?+\\d++)?+|(?<![A-Za-z])(?i:nan|inf(?:inity)?+)\\b))"_s
        .arg(group);
}

/// Text of the user: meant as it stands, but for the width of spaces.
QString quoted(const QString &text)
{
    QString out;
    bool space = false;
    for (const QChar c : text) {
        if (c.isSpace()) {
            if (!std::exchange(space, true))
                out += u"\\s+"_s;
            continue;
        }
        space = false;
        if (c.unicode() < 128 && !c.isLetterOrNumber())
            out += u'\\';
        out += c;
    }
    return out;
}

/// "gap {value} at {step}" as an expression. Without {value} it is the first number behind the text.
QString expressionOf(const QString &text)
{
    QString out;
    QStringList seen;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype open = text.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        const QString name = close < 0 ? QString() : text.mid(open + 1, close - open - 1);
        const bool place = (name == "value"_L1 || name == "step"_L1 || name == "epoch"_L1) && !seen.contains(name);
        const qsizetype end = place ? open : close < 0 ? text.size() : close + 1;
        out += quoted(text.sliced(from, end - from));
        if (place) {
            out += numberExpression(name);
            seen.append(name);
        }
        from = place ? close + 1 : end;
    }
    if (!seen.contains("value"_L1))
        out += u"[^-+.\\d]{0,40}?"_s + numberExpression(u"value"_s);
    return out;
}

/// Compiles as UTF-8, since the pattern is what a user typed; the lines may be anything.
std::expected<Code, RuleHint> compiled(const QString &expression)
{
    const QByteArray bytes = expression.toUtf8();
    int code = 0;
    PCRE2_SIZE offset = 0;
    Code made(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(bytes.constData()), PCRE2_SIZE(bytes.size()),
                            PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C, &code, &offset, nullptr),
              &pcre2_code_free);
    if (made)
        return made;
    std::array<PCRE2_UCHAR, 256> text {};
    pcre2_get_error_message(code, text.data(), text.size());
    const qsizetype position = QString::fromUtf8(bytes.left(qsizetype(offset))).size();
    return std::unexpected(RuleHint {OwnRuleText::tr("At character %1: %2.")
                                         .arg(position + 1)
                                         .arg(QString::fromUtf8(reinterpret_cast<const char *>(text.data()))),
                                     position});
}

QStringList namesOf(const pcre2_code *code)
{
    quint32 count = 0, named = 0, size = 0;
    PCRE2_SPTR table = nullptr;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &count);
    pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &named);
    pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, static_cast<void *>(&table));
    QStringList names;
    for (quint32 i = 1; i <= count; ++i)
        names.append(QString::number(i));
    for (quint32 i = 0; i < named; ++i) {
        const PCRE2_SPTR entry = table + i * size;
        names[qsizetype(entry[0] << 8 | entry[1]) - 1] = QString::fromUtf8(reinterpret_cast<const char *>(entry + 2));
    }
    return names;
}

/// A comma is read where it stands between thousands. "0,25" may be a quarter or a list: no number, rather than 25.
std::optional<double> numberOf(std::string_view text)
{
    QByteArray plain(text.data(), qsizetype(text.size()));
    plain = plain.trimmed().toLower();
    plain.replace('_', "");
    if (plain.endsWith('%'))
        plain.chop(1);
    if (plain.contains(',')) {
        double grouped = 0;
        const char *end = plain.constData() + plain.size();
        const bool whole = parseLogNumber(plain.constData(), end, grouped) == end;
        return whole && std::abs(grouped) >= 1000 ? std::optional(grouped) : std::nullopt;
    }
    bool isNumber = false;
    const double number = plain.toDouble(&isNumber);
    if (isNumber)
        return number;
    if (plain == "infinity" || plain == "+infinity")
        return std::numeric_limits<double>::infinity();
    return plain == "-infinity" ? std::optional(-std::numeric_limits<double>::infinity()) : std::nullopt;
}

} // namespace

class RuleMatcher::Private
{
public:
    Private(OwnRule own, Code made)
        : rule(std::move(own))
        , code(std::move(made))
        , data(pcre2_match_data_create_from_pattern(code.get(), nullptr), &pcre2_match_data_free)
        , context(pcre2_match_context_create(nullptr), &pcre2_match_context_free)
        , groups(namesOf(code.get()))
    {
        pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
        pcre2_set_match_limit(context.get(), matchLimit);
        pcre2_set_depth_limit(context.get(), matchLimit);
    }

    std::optional<RuleHint> chooseGroups();
    ByteSpan span(int group) const;

    OwnRule rule;
    Code code;
    std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> data;
    std::unique_ptr<pcre2_match_context, decltype(&pcre2_match_context_free)> context;
    QStringList groups;
    int value = 0, step = 0, epoch = 0; // numbers of groups; 0: none
    QString notNumber;
    qint64 stopped = 0;
};

/// Which group is what. A group that was chosen by name has to be there; one that is only usual need not.
std::optional<RuleHint> RuleMatcher::Private::chooseGroups()
{
    const auto find = [this](const QString &chosen, const QString &usual) {
        return int(groups.indexOf(chosen.isEmpty() ? usual : chosen)) + 1;
    };
    value = find(rule.valueGroup, u"value"_s);
    step = find(rule.stepGroup, u"step"_s);
    epoch = find(rule.epochGroup, u"epoch"_s);
    if (value == 0 && rule.valueGroup.isEmpty() && groups.size() == 1)
        value = 1;
    if (value == 0 && rule.valueGroup.isEmpty())
        return RuleHint {OwnRuleText::tr("No group is the value: write (?<value>…) around the number."), -1};
    for (const auto &[number, chosen] :
         {std::pair(value, rule.valueGroup), std::pair(step, rule.stepGroup), std::pair(epoch, rule.epochGroup)}) {
        if (number == 0 && !chosen.isEmpty())
            return RuleHint {OwnRuleText::tr("The expression has no group “%1”.").arg(chosen), -1};
    }
    return {};
}

ByteSpan RuleMatcher::Private::span(int group) const
{
    const PCRE2_SIZE *bounds = pcre2_get_ovector_pointer(data.get());
    const PCRE2_SIZE from = bounds[2 * group], to = bounds[2 * group + 1];
    return from == PCRE2_UNSET || to < from ? ByteSpan {} : ByteSpan {qsizetype(from), qsizetype(to - from)};
}

std::expected<RuleMatcher, RuleHint> RuleMatcher::compile(const OwnRule &rule)
{
    if (rule.name.trimmed().isEmpty())
        return std::unexpected(RuleHint {OwnRuleText::tr("The curve needs a name."), -1});
    if (rule.pattern.trimmed().isEmpty())
        return std::unexpected(RuleHint {rule.expression
                                             ? OwnRuleText::tr("Write an expression with a group (?<value>…).")
                                             : OwnRuleText::tr("Write the text that stands before the number."),
                                         -1});
    if (rule.pattern.size() > longestPattern)
        return std::unexpected(
            RuleHint {OwnRuleText::tr("The pattern has more than %1 characters.").arg(longestPattern), longestPattern});
    auto code = compiled(rule.expression ? rule.pattern : expressionOf(rule.pattern));
    if (!code)
        return std::unexpected(code.error());
    auto parts = std::make_unique<Private>(rule, std::move(*code));
    if (!rule.expression)
        parts->rule.valueGroup = parts->rule.stepGroup = parts->rule.epochGroup = QString();
    if (const auto hint = parts->chooseGroups())
        return std::unexpected(*hint);
    parts->rule.name = parts->rule.name.trimmed();
    return RuleMatcher(std::move(parts));
}

RuleMatcher::RuleMatcher(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

RuleMatcher::RuleMatcher(RuleMatcher &&other) noexcept = default;
RuleMatcher &RuleMatcher::operator=(RuleMatcher &&other) noexcept = default;
RuleMatcher::~RuleMatcher() = default;

const OwnRule &RuleMatcher::rule() const { return d->rule; }
const QStringList &RuleMatcher::groups() const { return d->groups; }
const QString &RuleMatcher::notNumber() const { return d->notNumber; }
qint64 RuleMatcher::stoppedLines() const { return d->stopped; }

std::optional<RuleMatch> RuleMatcher::match(std::string_view line)
{
    const int found = pcre2_match(d->code.get(), reinterpret_cast<PCRE2_SPTR>(line.data()), line.size(), 0, 0,
                                  d->data.get(), d->context.get());
    if (found == PCRE2_ERROR_MATCHLIMIT || found == PCRE2_ERROR_DEPTHLIMIT || found == PCRE2_ERROR_HEAPLIMIT
        || found == PCRE2_ERROR_JIT_STACKLIMIT)
        ++d->stopped;
    if (found < 0)
        return {};
    RuleMatch match {.whole = d->span(0), .valueAt = d->span(d->value), .stepAt = {}, .epochAt = {}};
    if (!match.valueAt.isThere())
        return {};
    const auto textOf = [line](ByteSpan span) { return line.substr(size_t(span.start), size_t(span.length)); };
    const auto number = numberOf(textOf(match.valueAt));
    if (!number) {
        const std::string_view text = textOf(match.valueAt).substr(0, 60);
        d->notNumber = QString::fromUtf8(text.data(), qsizetype(text.size()));
        return {};
    }
    match.number = *number;
    const auto place = [&](int group, ByteSpan &at, std::optional<double> &into) {
        if (group == 0)
            return;
        at = d->span(group);
        into = at.isThere() ? numberOf(textOf(at)) : std::nullopt;
        if (into && !std::isfinite(*into))
            into.reset();
    };
    place(d->step, match.stepAt, match.step);
    place(d->epoch, match.epochAt, match.epoch);
    return match;
}

QStringList groupsOf(const QString &expression)
{
    const auto code = compiled(expression.left(longestPattern));
    return code ? namesOf(code->get()) : QStringList();
}

std::string_view readableLine(std::string_view line, std::string &buffer)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n'))
        line.remove_suffix(1);
    if (const size_t redrawn = line.rfind('\r'); redrawn != std::string_view::npos)
        line.remove_prefix(redrawn + 1);
    if (line.empty() || !std::memchr(line.data(), '\x1b', line.size()))
        return line.substr(0, longestLine);
    removeEscapes(line, buffer, longestLine);
    return buffer;
}

} // namespace models
