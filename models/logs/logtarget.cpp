// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logtarget.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace models {

using namespace Qt::StringLiterals;

namespace {

struct LogTargetText
{
    Q_DECLARE_TR_FUNCTIONS(LogTarget)
};

constexpr qint64 nanosecondsPerSecond = 1'000'000'000;

qint64 toNanoseconds(const QDateTime &time) { return time.toMSecsSinceEpoch() * 1'000'000; }

/// "90s", "1h5m", "2.5m", "00:02:30" or plain seconds; nothing if it is none of these.
std::optional<double> secondsOf(const QString &text)
{
    static const QRegularExpression clock(u"^(?:(\\d+):)?(\\d+):(\\d+(?:\\.\\d+)?)$"_s);
    static const QRegularExpression units(
        u"^(?:(\\d+(?:\\.\\d+)?)d)?(?:(\\d+(?:\\.\\d+)?)h)?(?:(\\d+(?:\\.\\d+)?)m)?(?:(\\d+(?:\\.\\d+)?)s?)?$"_s);
    if (const auto match = clock.match(text); match.hasMatch())
        return match.captured(1).toDouble() * 3600 + match.captured(2).toDouble() * 60 + match.captured(3).toDouble();
    const auto match = units.match(text);
    if (text.isEmpty() || !match.hasMatch())
        return std::nullopt;
    return match.captured(1).toDouble() * 86'400 + match.captured(2).toDouble() * 3600
        + match.captured(3).toDouble() * 60 + match.captured(4).toDouble();
}

/// The moment that a text names, in nanoseconds since 1970.
std::optional<qint64> momentOf(const QString &text, qint64 near, const QTimeZone &zone)
{
    static const QRegularExpression timeOfDay(u"^(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?$"_s);
    if (const auto match = timeOfDay.match(text); match.hasMatch()) {
        const QTime time(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        if (!time.isValid())
            return std::nullopt;
        const QDate day = QDateTime::fromMSecsSinceEpoch(near / 1'000'000, zone).date();
        return toNanoseconds(QDateTime(day, time, zone)) + match.captured(4).leftJustified(9, '0'_L1).toLongLong();
    }
    QString iso = text;
    if (iso.size() > 10 && iso[10] == u' ')
        iso[10] = u'T';
    QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), zone);
    return toNanoseconds(time);
}

} // namespace

std::expected<qint64, QString> findTarget(const LogDocument &document, const QString &text, qint64 index,
                                          const QTimeZone &zone)
{
    const QString wanted = text.trimmed();
    const qint64 count = document.lineCount();
    if (count == 0)
        return std::unexpected(LogTargetText::tr("There are no lines yet."));
    if (wanted == "end"_L1 || wanted == "$"_L1)
        return count - 1;
    static const QRegularExpression lineWord(u"^\\p{L}+\\.?\\s*(?=\\d)"_s); // "line 1200", "Zeile 1200"
    QString digits = wanted;
    digits.remove(lineWord);
    digits.remove(u',').remove(u'\u202f').remove(u'\'');
    bool isNumber = false;
    if (const qint64 number = digits.toLongLong(&isNumber); isNumber && !wanted.startsWith(u'+')) {
        if (number < 1 || number > count)
            return std::unexpected(LogTargetText::tr("There are %1 lines.").arg(count));
        return number - 1;
    }
    std::optional<qint64> moment;
    if (wanted.startsWith(u'+')) {
        if (const auto seconds = secondsOf(wanted.sliced(1)))
            moment = document.firstTime() + qint64(*seconds * double(nanosecondsPerSecond));
    } else {
        moment = momentOf(wanted, document.line(std::clamp<qint64>(index, 0, count - 1)).nanoseconds, zone);
    }
    if (!moment)
        return std::unexpected(
            LogTargetText::tr("Write a line (1200), a time (14:02:11) or a time since the start (+90s)."));
    if (document.firstTime() == 0)
        return std::unexpected(LogTargetText::tr("These lines have no times."));
    return std::min(document.indexOfTime(*moment), count - 1);
}

} // namespace models
