// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/problem.h"

#include <QObject>

#include <memory>

namespace models {

class JobMetrics;

/// TensorBoard's event files of one file or folder (with all its subfolders: each is a run), read in a thread of its
/// own and followed while they grow. Their points go into the metrics, one curve per run. Lives in the GUI thread; the
/// metrics must outlive it.
class EventFolder : public QObject
{
    Q_OBJECT
public:
    explicit EventFolder(JobMetrics &metrics, QObject *parent = nullptr);
    ~EventFolder() override;

    /// Whether a path is an event file, or a folder that has one.
    static bool holdsEvents(const QString &path);

    /// Once per object.
    void open(const QString &path);
    QString path() const;
    int fileCount() const;
    qint64 pointCount() const;
    /// Files were read to their end at least once.
    bool isRead() const;
    /// What could not be read; the rest is shown.
    Problem problem() const;

    static constexpr int pollMilliseconds = 2000;

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
