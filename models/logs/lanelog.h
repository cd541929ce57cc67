// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logdocument.h"

namespace models {

/// One lane of a job: the attempts of one container of one rank, one after the other, as they ran. Reads through the
/// job's document. Lives in the GUI thread; the document must outlive it.
class LaneLog : public LogDocument
{
    Q_OBJECT
public:
    /// `sources` of `base` in the order of the attempts.
    LaneLog(LogDocument &base, const QList<int> &sources, QObject *parent = nullptr);

    QList<int> laneSources() const { return m_lane; }

    const QList<LogSource> &sources() const override { return m_base.sources(); }
    qint64 lineCount() const override;
    LogLine line(qint64 index) const override;
    QList<LogLine> lines(qint64 first, qint64 count) const override;
    QList<LogAnchor> anchors(qint64 first, qint64 count) const override;
    QList<LogLine> sourceLines(int source, qint64 first, qint64 count) const override;
    qint64 firstTime() const override { return m_base.firstTime(); }
    qint64 indexOf(const LogAnchor &anchor) const override;
    qint64 linesBefore(int source, qint64 index) const override;
    qint64 indexOfTime(qint64 nanoseconds) const override;
    /// A lane has its sources and no others.
    void setVisibleSources(const QList<int> &) override { }
    QList<int> visibleSources() const override { return m_lane; }
    std::shared_ptr<const LineSource> lineSource(int source) const override { return m_base.lineSource(source); }
    qsizetype prefixLength(std::string_view line) const override { return m_base.prefixLength(line); }
    qint64 byteCount() const override { return m_base.byteCount(); }
    bool isLive() const override { return m_base.isLive(); }

private:
    void takeLines();
    qint64 countOf(int source) const;

    LogDocument &m_base;
    const QList<int> m_lane;
    QList<qint64> m_counts; // of each source, as last told
};

/// What goes into lanes: the shown sources of a document, grouped by rank and container, ranks in their order.
QList<QList<int>> laneGroups(const LogDocument &document);

} // namespace models
