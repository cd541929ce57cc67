// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobs/jobdetail.h"
#include "models/logs/joblogs.h"

#include <QTextStream>
#include <QTimer>

namespace app {

/// How one job's lines and states are printed.
struct JobWatchOptions
{
    bool follow = true; ///< until the job ends; else what its containers wrote up to now
    bool lines = true; ///< print log lines; else they are read for the end of the story only
    bool allContainers = false;
    int rank = -1; ///< -1: all
    int tail = -1; ///< lines of each source; -1: all
};

/// One job on a terminal: its log lines go to `out`, what happens to it goes to `err`. Ends by itself. What a terminal
/// shows is plain text: control characters of a log are not passed on. Lives in the GUI thread.
class JobWatch : public QObject
{
    Q_OBJECT
public:
    JobWatch(k8s::ApiClient &client, JobWatchOptions options, QTextStream &out, QTextStream &err,
             QObject *parent = nullptr);

    void start(const k8s::ObjectRef &job);
    const models::JobDetail &detail() const { return m_detail; }

    qint64 printedLines() const { return m_count; }

    /// "digits-ddp: PyTorchJob in team-a, Failed, 1 of 3 ranks, 2m14s".
    QString headline() const;
    /// What is wrong, with the last lines of the rank that failed first; empty if nothing is.
    QStringList story() const;

signals:
    void ended();
    void failed(const k8s::Error &error);

private:
    void say(const QString &sentence);
    void takeRanks();
    void tellState();
    void printLines();
    void printWhole();
    void print(const QList<models::LogLine> &lines);
    bool isWanted(const models::LogSource &source) const;
    bool isOver() const;
    void mayEnd();

    const JobWatchOptions m_options;
    QTextStream &m_out;
    QTextStream &m_err;
    k8s::ApiClient &m_client;
    models::JobDetail m_detail;
    models::JobLogs m_logs;
    QHash<int, qint64> m_printed; ///< by source
    QString m_state;
    QTimer m_grace; ///< the end of the logs, and of the pods' own words, is a moment behind the job's
    qint64 m_count = 0; ///< lines that were printed
    bool m_done = false;
};

} // namespace app
