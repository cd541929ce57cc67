// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/spoolbudget.h"

#include <QDateTime>
#include <QDir>
#include <QLockFile>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>
#include <numeric>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ordinaryLimit = 10LL << 30;
constexpr std::chrono::seconds interval {5};
constexpr int hoursUntilAbandoned = 24; // a folder without a lock may be another program's version of this one

} // namespace

SpoolBudget::SpoolBudget(qint64 limit, QObject *parent)
    : QObject(parent)
{
    setLimit(limit);
    connect(&m_timer, &QTimer::timeout, this, &SpoolBudget::enforce);
}

qint64 SpoolBudget::defaultLimit()
{
    QDir().mkpath(SpoolFolder::root());
    const QStorageInfo disk(SpoolFolder::root());
    return disk.isValid() ? std::min(ordinaryLimit, disk.bytesAvailable() / 10) : ordinaryLimit;
}

void SpoolBudget::setLimit(qint64 bytes)
{
    m_limit = bytes > 0 ? bytes : defaultLimit();
    enforce();
}

void SpoolBudget::add(SpoolHolder *holder)
{
    m_entries.append({holder});
    m_timer.start(interval);
}

void SpoolBudget::remove(SpoolHolder *holder)
{
    m_entries.removeIf([holder](const Entry &entry) { return entry.holder == holder; });
    if (m_entries.isEmpty())
        m_timer.stop();
    enforce();
}

qint64 SpoolBudget::usedBytes() const
{
    return std::accumulate(m_entries.begin(), m_entries.end(), qint64(0),
                           [](qint64 sum, const Entry &entry) { return sum + entry.holder->spoolBytes(); });
}

void SpoolBudget::enforce()
{
    for (Entry &entry : m_entries) {
        if (!entry.holder->isSpoolFinished())
            entry.finishedAt = 0;
        else if (entry.finishedAt == 0)
            entry.finishedAt = ++m_finishes;
    }
    QList<Entry> finished = m_entries;
    finished.removeIf([](const Entry &entry) { return entry.finishedAt == 0; });
    std::ranges::sort(finished, {}, &Entry::finishedAt);
    qint64 used = usedBytes();
    for (const Entry &entry : std::as_const(finished)) {
        if (used <= m_limit)
            break;
        used -= entry.holder->spoolBytes();
        entry.holder->dropSpool(m_limit);
    }
    // Once paused, go on only when there is room again for more than a moment.
    const bool pause = m_paused ? used > m_limit - m_limit / 20 : used > m_limit;
    if (std::exchange(m_paused, pause) == pause && !pause)
        return;
    for (const Entry &entry : std::as_const(m_entries))
        entry.holder->pauseSpool(pause, m_limit);
}

QString SpoolFolder::root() { return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/spool"_s; }

SpoolFolder::SpoolFolder()
{
    QDir().mkpath(root());
    QThreadPool::globalInstance()->start(&SpoolFolder::removeAbandoned);
    QTemporaryDir made(root() + u"/XXXXXX"_s);
    if (!made.isValid())
        made = QTemporaryDir();
    if (!made.isValid())
        return;
    made.setAutoRemove(false);
    m_path = made.path();
    m_lock = std::make_unique<QLockFile>(m_path + u"/lock"_s);
    m_lock->setStaleLockTime(0);
    m_lock->tryLock(0);
}

SpoolFolder::~SpoolFolder()
{
    if (!m_lock)
        return;
    m_lock.reset();
    QDir(m_path).removeRecursively();
}

void SpoolFolder::removeAbandoned()
{
    const QDateTime old = QDateTime::currentDateTime().addSecs(-hoursUntilAbandoned * 3600);
    const auto folders = QDir(root()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        const QString lockName = folder.filePath() + u"/lock"_s;
        if (!QFile::exists(lockName)) {
            if (folder.lastModified() < old)
                QDir(folder.filePath()).removeRecursively();
            continue;
        }
        QLockFile lock(lockName); // held by a program that lives, or left behind by one that does not
        lock.setStaleLockTime(0);
        if (lock.tryLock(0)) {
            lock.unlock();
            QDir(folder.filePath()).removeRecursively();
        }
    }
}

} // namespace models
