// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logfile.h"

#include "models/logs/background.h"
#include "models/logs/filereader.h"
#include "models/logs/sourcelog.h"
#include "models/logs/timestamp.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

#include <condition_variable>
#include <thread>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMilliseconds = 50;
constexpr std::chrono::seconds followInterval {1};

} // namespace

class LogFile::Private
{
public:
    explicit Private(LogFile *owner)
        : q(owner)
    {
    }

    void readPacked(const std::stop_token &stop, const PlainFile &file, Packing packing);
    void readPlain(const std::stop_token &stop);
    void tell();
    void tellAtOnce();
    void takeNews();

    LogFile *q;
    QString fileName;
    std::shared_ptr<LineTap> tap;
    QList<LogSource> sources;
    std::shared_ptr<IndexedLines> lines; // set before the thread starts
    std::unique_ptr<QTemporaryDir> spoolFolder;
    qint64 fileSize = 0;
    qint64 shownLines = 0;
    Problem problem;
    QTimer frame;
    std::atomic<qint64> done = 0; // bytes of the file
    std::atomic<bool> told = false, indexed = false;
    std::mutex mutex; // guards the error
    std::optional<k8s::Error> error;
    std::jthread thread; // last: ends first
};

void LogFile::Private::tell()
{
    if (!told.exchange(true))
        QMetaObject::invokeMethod(q, [this] { frame.start(frameMilliseconds); }, Qt::QueuedConnection);
}

/// The end is worth more than a frame's wait.
void LogFile::Private::tellAtOnce()
{
    QMetaObject::invokeMethod(q, [this] { takeNews(); }, Qt::QueuedConnection);
}

void LogFile::Private::takeNews()
{
    told = false;
    frame.stop();
    {
        const std::lock_guard lock(mutex);
        if (error && problem.isEmpty()) {
            problem = {LogFile::tr("%1 cannot be read to its end: %2.").arg(fileName, error->message),
                       LogFile::tr("What was read until there is shown.")};
            emit q->problemChanged(problem);
        }
    }
    const qint64 count = q->lineCount();
    if (count != shownLines)
        emit q->linesAppended(std::min(shownLines, count));
    shownLines = count;
    emit q->progressChanged();
}

void LogFile::Private::readPacked(const std::stop_token &stop, const PlainFile &file, Packing packing)
{
    letTheWindowGoFirst();
    auto &spool = static_cast<SourceLog &>(*lines);
    const auto result = unpack(file, packing, done, [&](std::string_view bytes) {
        if (const auto written = spool.append(bytes, tap.get()); !written) {
            const std::lock_guard lock(mutex);
            error = written.error();
            return false;
        }
        if (tap)
            tap->flush();
        tell();
        return !stop.stop_requested();
    });
    spool.finish(tap.get());
    if (tap)
        tap->flush();
    if (!result) {
        const std::lock_guard lock(mutex);
        error = result.error();
    }
    indexed = true;
    tellAtOnce();
    while (!stop.stop_requested() && spool.compressSome())
        ;
}

void LogFile::Private::readPlain(const std::stop_token &stop)
{
    letTheWindowGoFirst();
    auto &plain = static_cast<FileLines &>(*lines);
    qint64 tapped = 0;
    std::mutex sleep;
    std::condition_variable_any wake;
    while (!stop.stop_requested()) {
        if (plain.file().size() != plain.indexedBytes()) {
            indexNew(plain, stop, [&] {
                done = plain.indexedBytes();
                tell();
            });
        }
        if (!indexed.exchange(true))
            tellAtOnce();
        if (tap)
            tapLines(plain, tapped, *tap, stop);
        std::unique_lock lock(sleep);
        wake.wait_for(lock, stop, followInterval, [] { return false; });
    }
}

LogFile::LogFile(QObject *parent)
    : LogDocument(parent)
    , d(std::make_unique<Private>(this))
{
    d->frame.setSingleShot(true);
    connect(&d->frame, &QTimer::timeout, this, [this] { d->takeNews(); });
}

LogFile::~LogFile()
{
    d->thread = {};
    destroyInBackground(std::move(d->lines), std::move(d->spoolFolder));
}

void LogFile::setTap(std::shared_ptr<LineTap> tap) { d->tap = std::move(tap); }

void LogFile::open(const QString &fileName)
{
    d->fileName = fileName;
    const auto file = PlainFile::open(fileName);
    if (!file) {
        d->problem = {tr("%1 cannot be opened: %2.").arg(fileName, file.error().message),
                      tr("Check the name and the rights of the file.")};
        emit problemChanged(d->problem);
        return;
    }
    d->fileSize = (*file)->size();
    d->sources = {{.id = 0, .rank = 0, .label = QFileInfo(fileName).fileName()}};
    if (d->tap)
        d->tap->sourceAdded(d->sources.first());
    const Packing packing = packingOf(**file);
    if (packing == Packing::None) {
        d->lines = std::make_shared<FileLines>(*file);
        d->thread = std::jthread([this](const std::stop_token &stop) { d->readPlain(stop); });
    } else {
        const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/spool"_s;
        QDir().mkpath(cache);
        d->spoolFolder = std::make_unique<QTemporaryDir>(cache + u"/file-XXXXXX"_s);
        d->lines = std::make_shared<SourceLog>(0, d->spoolFolder->filePath(u"0000"_s));
        d->thread = std::jthread(
            [this, file = *file, packing](const std::stop_token &stop) { d->readPacked(stop, *file, packing); });
    }
    emit sourcesChanged();
}

QString LogFile::fileName() const { return d->fileName; }

Problem LogFile::problem() const { return d->problem; }

double LogFile::progress() const
{
    return d->indexed || d->fileSize == 0 ? 1.0 : std::min(1.0, double(d->done) / double(d->fileSize));
}

bool LogFile::isIndexed() const { return d->indexed; }

const QList<LogSource> &LogFile::sources() const { return d->sources; }

qint64 LogFile::lineCount() const { return d->lines ? d->lines->lineCount() : 0; }

LogLine LogFile::line(qint64 index) const { return lines(index, 1).value(0); }

QList<LogLine> LogFile::lines(qint64 first, qint64 count) const
{
    QList<LogLine> found;
    if (!d->lines || first < 0)
        return found;
    d->lines->readLines(first, count, shownBytes + 64, [&](qint64 number, std::string_view kept, qint64 length) {
        const LineStamp stamp = parseStamp(kept);
        const std::string_view text = kept.substr(size_t(stamp.length));
        found.append(
            {0, number, stamp.nanoseconds, QByteArray(text.data(), qsizetype(text.size())), length - stamp.length});
    });
    return found;
}

qint64 LogFile::indexOf(const LogAnchor &anchor) const
{
    return anchor.source == 0 && anchor.number < lineCount() ? anchor.number : -1;
}

qint64 LogFile::linesBefore(int, qint64 index) const { return std::min(index, lineCount()); }

qint64 LogFile::indexOfTime(qint64 nanoseconds) const
{
    qint64 low = 0, high = lineCount();
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const qint64 time = line(middle).nanoseconds;
        if (time != 0 && time < nanoseconds)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void LogFile::setVisibleSources(const QList<int> &) { }

QList<int> LogFile::visibleSources() const { return {}; }

std::shared_ptr<const LineSource> LogFile::lineSource(int source) const { return source == 0 ? d->lines : nullptr; }

qsizetype LogFile::prefixLength(std::string_view line) const { return parseStamp(line).length; }

qint64 LogFile::byteCount() const { return d->lines ? d->lines->indexedBytes() : 0; }

bool LogFile::isLive() const { return true; }

} // namespace models
