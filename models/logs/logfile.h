// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/linetap.h"
#include "models/logs/logdocument.h"

#include <memory>

namespace models {

/// A log file of the local disk as a document: plain files are read in place, .gz and .zst are unpacked into a spool.
/// Opens at once and indexes in a thread of its own. A plain file that grows is followed. Lives in the GUI thread.
class LogFile : public LogDocument
{
    Q_OBJECT
public:
    explicit LogFile(QObject *parent = nullptr);
    ~LogFile() override;

    /// Who sees every line (JobMetrics::tap()). Call before open().
    void setTap(std::shared_ptr<LineTap> tap);
    /// Once per object. What cannot be read becomes problem().
    void open(const QString &fileName);
    QString fileName() const;
    Problem problem() const override;
    /// Share of the file that is indexed, 0 to 1.
    double progress() const;
    bool isIndexed() const;

    const QList<LogSource> &sources() const override;
    qint64 lineCount() const override;
    LogLine line(qint64 index) const override;
    QList<LogLine> lines(qint64 first, qint64 count) const override;
    qint64 indexOf(const LogAnchor &anchor) const override;
    qint64 linesBefore(int source, qint64 index) const override;
    qint64 indexOfTime(qint64 nanoseconds) const override;
    void setVisibleSources(const QList<int> &sources) override;
    QList<int> visibleSources() const override;
    std::shared_ptr<const LineSource> lineSource(int source) const override;
    qsizetype prefixLength(std::string_view line) const override;
    qint64 byteCount() const override;
    bool isLive() const override;

signals:
    /// Also once when everything is indexed.
    void progressChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
