// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/eventfolder.h"

#include "models/metrics/jobmetrics.h"
#include "models/metrics/tfevents.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QThread>
#include <QTimer>

#include <cmath>
#include <map>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceBytes = 1024 * 1024;
constexpr int mostFiles = 500; // a folder of a thousand runs is no job
constexpr int mostTags = 400;
constexpr qsizetype mostTagBytes = 200;
constexpr int afterTheRanks = 200; // a multiple of the number of colours: the log's ranks come first

bool isEventFile(const QString &fileName) { return fileName.contains("tfevents"_L1); }

/// A point on its way to the GUI thread.
struct ReadPoint
{
    QString run, metric;
    Sample sample;
};

struct ReadBatch
{
    QList<ReadPoint> points;
    int files = 0;
    bool atEnd = false;
    QString problem;
};

/// 1970 to 2242 in milliseconds; what lies outside is no time.
qint64 millisecondsOf(double seconds) { return seconds > 0 && seconds < 8.64e9 ? qint64(seconds * 1000) : 0; }

} // namespace

/// Reads in the folder's thread.
class EventFolderReader : public QObject
{
    Q_OBJECT
public:
    explicit EventFolderReader(const QString &path)
        : m_path(path)
    {
    }

    void start()
    {
        m_poll = new QTimer(this);
        connect(m_poll, &QTimer::timeout, this, &EventFolderReader::read);
        m_poll->start(EventFolder::pollMilliseconds);
        read();
    }

signals:
    void batchRead(const models::ReadBatch &batch);

private:
    struct File
    {
        EventFileReader reader;
        qint64 offset = 0;
        QString run;
    };

    void read();
    QStringList files() const;
    void readFile(const QString &name, File &file);
    void hand(bool atEnd);
    QString runOf(const QString &fileName) const;

    QString m_path;
    QTimer *m_poll = nullptr;
    std::map<QString, File> m_files;
    QSet<QString> m_tags;
    ReadBatch m_batch;
};

QStringList EventFolderReader::files() const
{
    if (!QFileInfo(m_path).isDir())
        return {m_path};
    QStringList names;
    QDirIterator iterator(m_path, QDir::Files, QDirIterator::Subdirectories); // does not follow links
    while (iterator.hasNext() && names.size() < mostFiles) {
        if (const QString name = iterator.next(); isEventFile(iterator.fileName()))
            names.append(name);
    }
    names.sort(); // a run's files carry their time in their name: in the order they were written
    return names;
}

QString EventFolderReader::runOf(const QString &fileName) const
{
    if (!QFileInfo(m_path).isDir())
        return QFileInfo(m_path).absoluteDir().dirName();
    const QString run = QDir(m_path).relativeFilePath(QFileInfo(fileName).path());
    return run == "."_L1 ? QDir(m_path).dirName() : run;
}

void EventFolderReader::read()
{
    for (const QString &name : files()) {
        const auto [at, added] = m_files.try_emplace(name);
        if (added)
            at->second.run = runOf(name);
        if (!at->second.reader.isDamaged())
            readFile(name, at->second);
    }
    hand(true);
}

void EventFolderReader::readFile(const QString &name, File &from)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(from.offset)) {
        m_batch.problem = EventFolder::tr("%1: %2").arg(QFileInfo(name).fileName(), file.errorString());
        return;
    }
    const auto take = [&](const EventScalar &scalar) {
        const QString tag
            = QString::fromUtf8(QByteArrayView(scalar.tag).first(std::min(qsizetype(scalar.tag.size()), mostTagBytes)));
        if (!m_tags.contains(tag)) {
            if (m_tags.size() >= mostTags)
                return;
            m_tags.insert(tag);
        }
        m_batch.points.append({from.run,
                               tag,
                               {.value = float(scalar.value),
                                .step = double(scalar.step),
                                .epoch = -1,
                                .milliseconds = millisecondsOf(scalar.seconds),
                                .line = 0}});
    };
    while (!from.reader.isDamaged() && !QThread::currentThread()->isInterruptionRequested()) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            break;
        from.offset += piece.size();
        from.reader.append({piece.constData(), size_t(piece.size())}, take);
        hand(false);
    }
    if (from.reader.isDamaged())
        m_batch.problem = EventFolder::tr("%1: %2").arg(QFileInfo(name).fileName(), from.reader.problem());
}

void EventFolderReader::hand(bool atEnd)
{
    m_batch.files = int(m_files.size());
    m_batch.atEnd = atEnd;
    const QString problem = m_batch.problem;
    emit batchRead(std::exchange(m_batch, {}));
    m_batch.problem = problem; // stays true
}

class EventFolder::Private
{
public:
    JobMetrics *metrics = nullptr;
    QString path;
    QThread thread;
    QHash<QString, int> ranks; // by run
    int files = 0;
    qint64 points = 0;
    bool read = false;
    QString trouble;
};

EventFolder::EventFolder(JobMetrics &metrics, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->metrics = &metrics;
}

EventFolder::~EventFolder()
{
    d->thread.requestInterruption();
    d->thread.quit();
    d->thread.wait();
}

bool EventFolder::holdsEvents(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return info.isFile() && isEventFile(info.fileName());
    QDirIterator iterator(path, QDir::Files, QDirIterator::Subdirectories);
    for (int seen = 0; iterator.hasNext() && seen < 20'000; ++seen) {
        iterator.next();
        if (isEventFile(iterator.fileName()))
            return true;
    }
    return false;
}

void EventFolder::open(const QString &path)
{
    d->path = path;
    auto *reader = new EventFolderReader(path);
    reader->moveToThread(&d->thread);
    connect(&d->thread, &QThread::started, reader, &EventFolderReader::start);
    connect(&d->thread, &QThread::finished, reader, &QObject::deleteLater);
    connect(reader, &EventFolderReader::batchRead, this, [this](const ReadBatch &batch) {
        QList<GivenPoint> points;
        points.reserve(batch.points.size());
        for (const ReadPoint &point : batch.points) {
            auto rank = d->ranks.find(point.run);
            if (rank == d->ranks.end())
                rank = d->ranks.insert(point.run, afterTheRanks + int(d->ranks.size()));
            points.append({.metric = point.metric, .rank = *rank, .label = point.run, .sample = point.sample});
        }
        d->metrics->add(points);
        const bool news = !batch.points.isEmpty() || d->files != batch.files || d->trouble != batch.problem
            || d->read != (d->read || batch.atEnd);
        d->points += batch.points.size();
        d->files = batch.files;
        d->trouble = batch.problem;
        d->read = d->read || batch.atEnd;
        if (news)
            emit changed();
    });
    d->thread.setObjectName("tfevents"_L1);
    d->thread.start();
}

QString EventFolder::path() const { return d->path; }
int EventFolder::fileCount() const { return d->files; }
qint64 EventFolder::pointCount() const { return d->points; }
bool EventFolder::isRead() const { return d->read; }

Problem EventFolder::problem() const
{
    if (!d->trouble.isEmpty())
        return {tr("An event file could not be read to its end: %1.").arg(d->trouble),
                tr("What stands before the damage is shown.")};
    if (d->read && d->files == 0)
        return {tr("No event file in %1.").arg(d->path),
                tr("TensorBoard's files have “tfevents” in their name; choose the folder given to its writer.")};
    return {};
}

} // namespace models

#include "eventfolder.moc"
