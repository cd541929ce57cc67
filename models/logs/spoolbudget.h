// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>

class QLockFile;

namespace models {

/// Who spools log lines to disk, as the budget sees it. GUI thread.
class SpoolHolder
{
public:
    virtual ~SpoolHolder() = default;
    virtual qint64 spoolBytes() const = 0; ///< on disk now
    virtual bool isSpoolFinished() const = 0; ///< nothing more will come
    /// Give the disk back: everything spooled goes. `limit` is for the sentence that says why.
    virtual void dropSpool(qint64 limit) = 0;
    /// Take no more lines (true), go on (false).
    virtual void pauseSpool(bool paused, qint64 limit) = 0;
};

/// What all spooled logs of a program may take on disk together. When it is used up, the spools of jobs that ended go,
/// the one that ended first first; if that is not enough, running jobs spool no more and say so. Lives in the GUI
/// thread; must outlive its holders or they leave first.
class SpoolBudget : public QObject
{
    Q_OBJECT
public:
    /// `limit` in bytes; 0: 10 GiB, but never more than a tenth of what is free where logs are spooled.
    explicit SpoolBudget(qint64 limit = 0, QObject *parent = nullptr);

    static qint64 defaultLimit();
    void setLimit(qint64 bytes); ///< 0: the default
    qint64 limit() const { return m_limit; }

    void add(SpoolHolder *holder);
    void remove(SpoolHolder *holder);
    qint64 usedBytes() const;
    /// Also done by itself every few seconds.
    void enforce();

private:
    struct Entry
    {
        SpoolHolder *holder = nullptr;
        int finishedAt = 0; ///< counts; 0: not finished
    };
    QList<Entry> m_entries;
    QTimer m_timer;
    qint64 m_limit = 0;
    int m_finishes = 0;
    bool m_paused = false;
};

/// A folder for one spool under the user's cache folder, removed with this object. A lock in it tells other instances
/// of the program that it is in use; folders that a crash left behind are removed in the thread pool when a new one is
/// made.
class SpoolFolder
{
public:
    SpoolFolder();
    ~SpoolFolder();
    SpoolFolder(const SpoolFolder &) = delete;
    SpoolFolder &operator=(const SpoolFolder &) = delete;

    static QString root();
    bool isValid() const { return m_lock != nullptr; }
    QString path() const { return m_path; }

private:
    static void removeAbandoned();

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace models
