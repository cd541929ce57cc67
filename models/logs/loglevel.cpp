// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/loglevel.h"

#include "models/logs/literalfinder.h"

#include <QString>

#include <algorithm>
#include <array>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype head = 160; // a level stands at the head of a line

bool startsWord(QStringView text, qsizetype at) { return at == 0 || !text[at - 1].isLetterOrNumber(); }

bool hasWord(QStringView text, QLatin1StringView word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if (startsWord(text, at) && (end == text.size() || !text[end].isLetterOrNumber()))
            return true;
    }
    return false;
}

/// "E1124 02:22:30.123": glog.
bool isGlog(QStringView text, char16_t level)
{
    const qsizetype at = text.startsWith(u'[') ? 1 : 0;
    if (text.size() < at + 8 || text[at] != level || text[at + 5] != u' ')
        return false;
    const QStringView date = text.sliced(at + 1, 4); // month and day
    return std::ranges::all_of(date, [](QChar c) { return c >= u'0' && c <= u'9'; })
        && (date.startsWith(u'0') ? date[1] != u'0' : date.startsWith(u'1') && date[1] <= u'2');
}

/// "ValueError: ...", "torch.OutOfMemoryError: ...": the last line of a traceback.
bool isException(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView name = colon < 0 ? text : text.first(colon);
    return !name.contains(u' ') && (name.endsWith("Error"_L1) || name.endsWith("Exception"_L1));
}

/// Whether any of the words below may be there at all: one look instead of a dozen.
bool hasLevelWord(QStringView text)
{
    static const LiteralFinder words(
        {"ERROR", "CRITICAL", "FATAL", "Traceback", "Segmentation", "panic:", "OOMKilled", "WARN", "Warning"}, false);
    std::array<char, head> bytes {};
    std::ranges::transform(text, bytes.begin(),
                           [](QChar c) { return c.unicode() < 0x80 ? char(c.unicode()) : '\x80'; });
    size_t length = 0;
    return words.find({bytes.data(), size_t(text.size())}, 0, length) != std::string_view::npos;
}

LogLevel shapeLevel(QStringView text)
{
    if (isGlog(text, u'E') || isGlog(text, u'F') || isException(text) || text.startsWith("error:"_L1)
        || text.startsWith("Error:"_L1))
        return LogLevel::Error;
    return isGlog(text, u'W') ? LogLevel::Warning : LogLevel::None;
}

} // namespace

LogLevel levelOf(QStringView text)
{
    text = text.first(std::min(text.size(), head));
    if (!hasLevelWord(text))
        return shapeLevel(text);
    for (const auto word : {"ERROR"_L1, "CRITICAL"_L1, "FATAL"_L1, "Traceback"_L1, "Segmentation fault"_L1, "panic:"_L1,
                            "OOMKilled"_L1}) {
        if (hasWord(text, word))
            return LogLevel::Error;
    }
    const LogLevel shape = shapeLevel(text);
    if (shape == LogLevel::Error)
        return shape;
    for (const auto word :
         {"WARNING"_L1, "WARN"_L1, "Warning"_L1, "UserWarning"_L1, "FutureWarning"_L1, "DeprecationWarning"_L1}) {
        if (hasWord(text, word))
            return LogLevel::Warning;
    }
    return shape;
}

QString errorExpression()
{
    return u"\\b(?:ERROR|CRITICAL|FATAL)\\b|Traceback \\(most recent|\\b[A-Za-z.]*(?:Error|Exception): |Segmentation "
           u"fault|core dumped|panic: |CUDA error|"
           "Watchdog caught collective|OOMKilled"_s;
}

QString warningExpression()
{
    // glog writes the month behind the level; so written out, it is a text that can be looked for.
    return u"\\b(?:WARNING|WARN|Warning|UserWarning|FutureWarning|DeprecationWarning)\\b|^\\[?(?:W01|W02|W03|W04|W05|"
           u"W06|W07|W08|W09|W10|W11|W12)\\d\\d "_s;
}

QString tracebackExpression() { return u"Traceback \\(most recent call last\\)|^panic: |^goroutine \\d+ \\["_s; }

} // namespace models
