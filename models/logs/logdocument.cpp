// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logdocument.h"

namespace models {

QList<LogAnchor> LogDocument::anchors(qint64 first, qint64 count) const
{
    QList<LogAnchor> found;
    if (sources().size() == 1) { // a single source's lines stand where their numbers say
        count = std::min(count, lineCount() - first);
        for (qint64 i = 0; i < count; ++i)
            found.append({sources().first().id, first + i});
        return found;
    }
    const QList<LogLine> read = lines(first, count);
    for (const LogLine &line : read)
        found.append({line.source, line.number});
    return found;
}

QList<LogLine> LogDocument::sourceLines(int source, qint64 first, qint64 count) const
{
    return sources().size() == 1 && source == sources().first().id ? lines(first, count) : QList<LogLine>();
}

qint64 LogDocument::firstTime() const { return line(0).nanoseconds; }

QByteArray LogDocument::wholeText(const LogLine &line) const
{
    const auto source = lineSource(line.source);
    if (!source || line.bytes <= line.text.size())
        return line.text;
    QByteArray whole = line.text;
    source->scan(line.number, [&](qint64, std::string_view bytes) {
        const std::string_view text = bytes.substr(0, bytes.find('\n'));
        const auto prefix = size_t(prefixLength(text));
        whole = QByteArray(text.data() + prefix, qsizetype(text.size() - prefix));
        return false;
    });
    return whole;
}

QList<int> LogDocument::shownSources() const
{
    QList<int> ids = visibleSources();
    if (ids.isEmpty()) {
        for (const LogSource &source : sources())
            ids.append(source.id);
    }
    return ids;
}

} // namespace models
