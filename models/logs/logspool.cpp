// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logspool.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>
#include <vector>
#include <zstd.h>

namespace models {

using namespace Qt::StringLiterals;

namespace {

class Descriptor
{
public:
    explicit Descriptor(const QString &path)
        : m_fd(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600))
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int get() const { return m_fd; }

private:
    int m_fd;
};

using File = std::shared_ptr<Descriptor>;

bool writeAll(int fd, const char *data, size_t length)
{
    while (length > 0) {
        const ssize_t written = ::write(fd, data, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        data += written;
        length -= size_t(written);
    }
    return true;
}

qint64 readAt(int fd, qint64 offset, qint64 length, char *to)
{
    qint64 done = 0;
    while (done < length) {
        const ssize_t count = ::pread(fd, to + done, size_t(length - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += count;
    }
    return done;
}

k8s::Error diskError(const QString &path)
{
    return {.kind = k8s::Error::Kind::Io, .message = QString::fromLocal8Bit(std::strerror(errno)), .context = path};
}

} // namespace

class LogSpool::Private
{
public:
    struct Segment
    {
        qint64 number = 0; // of the whole log
        File file;
        QString path;
    };
    struct Cached
    {
        qint64 block = -1;
        QByteArray bytes;
    };

    explicit Private(QString path)
        : base(std::move(path))
    {
    }

    bool openSegment(qint64 number);
    qint64 readRaw(qint64 offset, qint64 length, char *to) const;
    QByteArray block(qint64 number) const;

    const QString base;
    mutable std::mutex mutex; // guards everything below
    std::deque<Segment> segments; // raw, oldest first; the last is written to
    qint64 size = 0;
    qint64 compressedBytes = 0; // of the log, that are in the archive
    File archive;
    qint64 archiveSize = 0;
    std::vector<qint64> blockOffsets; // in the archive
    mutable std::array<Cached, 4> cache;
    mutable size_t nextCached = 0;
};

bool LogSpool::Private::openSegment(qint64 number)
{
    const QString path = base + u".%1.log"_s.arg(number, 5, 10, '0'_L1);
    auto file = std::make_shared<Descriptor>(path);
    if (file->get() < 0 && errno == ENOENT && QDir().mkpath(QFileInfo(path).path()))
        file = std::make_shared<Descriptor>(path); // someone deleted the folder under us
    if (file->get() < 0)
        return false;
    const std::lock_guard lock(mutex);
    segments.push_back({number, std::move(file), path});
    return true;
}

LogSpool::LogSpool(QString base)
    : d(std::make_unique<Private>(std::move(base)))
{
}

LogSpool::~LogSpool() = default;

k8s::Result<> LogSpool::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const qint64 number = d->size / segmentBytes; // size is written by this thread only
        if ((d->segments.empty() || d->segments.back().number != number) && !d->openSegment(number))
            return std::unexpected(diskError(d->base));
        const Private::Segment &segment = d->segments.back();
        const qint64 room = (number + 1) * segmentBytes - d->size;
        const size_t count = size_t(std::min(room, qint64(bytes.size())));
        const qint64 start = d->size - number * segmentBytes;
        if (!writeAll(segment.file->get(), bytes.data(), count)) {
            const auto error = diskError(segment.path);
            // A torn write must not shift what follows.
            if (::ftruncate(segment.file->get(), start) != 0 || ::lseek(segment.file->get(), start, SEEK_SET) < 0)
                return std::unexpected(diskError(segment.path));
            return std::unexpected(error);
        }
        bytes.remove_prefix(count);
        const std::lock_guard lock(d->mutex);
        d->size += qint64(count);
    }
    return {};
}

qint64 LogSpool::size() const
{
    const std::lock_guard lock(d->mutex);
    return d->size;
}

qint64 LogSpool::diskBytes() const
{
    const std::lock_guard lock(d->mutex);
    return d->size - d->compressedBytes + d->archiveSize;
}

qint64 LogSpool::Private::readRaw(qint64 offset, qint64 length, char *to) const
{
    File file;
    const qint64 number = offset / segmentBytes;
    {
        const std::lock_guard lock(mutex);
        length = std::min(length, size - offset);
        for (const Segment &segment : segments) {
            if (segment.number == number)
                file = segment.file; // stays readable even if it is compressed and unlinked meanwhile
        }
    }
    const qint64 within = offset % segmentBytes;
    return file ? readAt(file->get(), within, std::min(length, segmentBytes - within), to) : 0;
}

QByteArray LogSpool::Private::block(qint64 number) const
{
    File file;
    qint64 from = 0, to = 0;
    {
        const std::lock_guard lock(mutex);
        for (const Cached &cached : cache) {
            if (cached.block == number)
                return cached.bytes;
        }
        if (!archive)
            return {};
        file = archive;
        from = blockOffsets[size_t(number)];
        to = size_t(number) + 1 < blockOffsets.size() ? blockOffsets[size_t(number) + 1] : archiveSize;
    }
    QByteArray packed(to - from, Qt::Uninitialized);
    QByteArray bytes(blockBytes, Qt::Uninitialized);
    if (readAt(file->get(), from, packed.size(), packed.data()) != packed.size())
        return {};
    const size_t got = ZSTD_decompress(bytes.data(), size_t(bytes.size()), packed.constData(), size_t(packed.size()));
    if (ZSTD_isError(got))
        return {};
    bytes.truncate(qsizetype(got));
    const std::lock_guard lock(mutex);
    cache[nextCached++ % cache.size()] = {number, bytes};
    return bytes;
}

qint64 LogSpool::read(qint64 offset, qint64 length, char *to) const
{
    qint64 done = 0;
    while (done < length) {
        bool packed = false;
        {
            const std::lock_guard lock(d->mutex);
            if (offset + done >= d->size)
                break;
            packed = offset + done < d->compressedBytes;
            if (packed && !d->archive)
                break; // the files were given up
        }
        qint64 count = 0;
        if (packed) {
            const QByteArray bytes = d->block((offset + done) / blockBytes);
            const qint64 within = (offset + done) % blockBytes;
            count = std::min<qint64>(length - done, bytes.size() - within);
            if (count > 0)
                std::memcpy(to + done, bytes.constData() + within, size_t(count));
        } else {
            count = d->readRaw(offset + done, length - done, to + done);
        }
        if (count <= 0)
            break;
        done += count;
    }
    return done;
}

QByteArray LogSpool::read(qint64 offset, qint64 length) const
{
    QByteArray bytes(std::max<qint64>(0, std::min(length, size() - offset)), Qt::Uninitialized);
    bytes.truncate(read(offset, bytes.size(), bytes.data()));
    return bytes;
}

bool LogSpool::compressSome()
{
    if (d->segments.size() < 2)
        return false;
    if (!d->archive) {
        auto file = std::make_shared<Descriptor>(d->base + u".zst"_s);
        if (file->get() < 0)
            return false;
        const std::lock_guard lock(d->mutex);
        d->archive = std::move(file);
    }
    const Private::Segment segment = d->segments.front();
    const qint64 segmentEnd = (segment.number + 1) * segmentBytes;
    QByteArray raw(blockBytes, Qt::Uninitialized);
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(blockBytes))), Qt::Uninitialized);
    for (int i = 0; i < 4 && d->archive; ++i) {
        const qint64 from = qint64(d->blockOffsets.size()) * blockBytes;
        if (from >= segmentEnd)
            break;
        if (readAt(segment.file->get(), from % segmentBytes, blockBytes, raw.data()) != blockBytes)
            return false;
        const size_t count
            = ZSTD_compress(packed.data(), size_t(packed.size()), raw.constData(), size_t(blockBytes), 1);
        if (ZSTD_isError(count) || !writeAll(d->archive->get(), packed.constData(), count)) {
            [[maybe_unused]] const int ignored = ::ftruncate(d->archive->get(), d->archiveSize);
            ::lseek(d->archive->get(), d->archiveSize, SEEK_SET);
            return false; // a full disk: stay raw
        }
        const std::lock_guard lock(d->mutex);
        d->blockOffsets.push_back(d->archiveSize);
        d->archiveSize += qint64(count);
    }
    if (qint64(d->blockOffsets.size()) * blockBytes >= segmentEnd) {
        const std::lock_guard lock(d->mutex);
        d->compressedBytes = segmentEnd;
        d->segments.pop_front();
        QFile::remove(segment.path);
    }
    return d->segments.size() > 1;
}

void LogSpool::removeFiles()
{
    const std::lock_guard lock(d->mutex);
    for (const Private::Segment &segment : d->segments)
        QFile::remove(segment.path);
    QFile::remove(d->base + u".zst"_s);
    d->segments.clear(); // an open file would keep its space
    d->archive.reset();
    d->archiveSize = 0;
    d->compressedBytes = d->size; // nothing raw is left
    d->cache = {};
}

} // namespace models
