// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logsearch.h"

namespace models {

/// Of another document only the lines that some searches found: a level, a word, or both. Without conditions it is that
/// document. Knows 16 B per line that passes, nothing of the others; is built in slices between events and goes on
/// while lines come. Lives in the GUI thread; document and searches must outlive it.
class LogFilter : public LogDocument
{
    Q_OBJECT
public:
    explicit LogFilter(LogDocument &base, QObject *parent = nullptr);
    ~LogFilter() override;

    /// A line passes if every one of these searches found it.
    void setConditions(const QList<LogSearch *> &conditions);
    bool isFiltering() const;
    /// Lines that passed so far may grow without new lines in the base.
    bool isComplete() const;

    /// The nearest line after (before) `index` that `search` found, among those that pass; -1 if there is none. Wraps.
    qint64 nextHit(const LogSearch &search, qint64 index, bool forward) const;
    /// Lines that pass and that `search` found.
    qint64 hitCount(const LogSearch &search) const;
    /// Where those lie, as shares of the height, each of `most` places at most once.
    QList<double> marks(const LogSearch &search, int most) const;

    const QList<LogSource> &sources() const override;
    qint64 lineCount() const override;
    LogLine line(qint64 index) const override;
    QList<LogLine> lines(qint64 first, qint64 count) const override;
    qint64 indexOf(const LogAnchor &anchor) const override;
    QList<LogAnchor> anchors(qint64 first, qint64 count) const override;
    QList<LogLine> sourceLines(int source, qint64 first, qint64 count) const override;
    qint64 firstTime() const override;
    qint64 linesBefore(int source, qint64 index) const override;
    qint64 indexOfTime(qint64 nanoseconds) const override;
    void setVisibleSources(const QList<int> &sources) override;
    QList<int> visibleSources() const override;
    std::shared_ptr<const LineSource> lineSource(int source) const override;
    qsizetype prefixLength(std::string_view line) const override;
    qint64 byteCount() const override;
    bool isLive() const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
