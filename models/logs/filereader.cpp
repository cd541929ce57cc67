// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/filereader.h"

#include "models/logs/timestamp.h"

#include <QFile>
#include <QThread>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceBytes = 1024 * 1024;

k8s::Error broken(const QString &what) { return {.kind = k8s::Error::Kind::Io, .message = what}; }

k8s::Result<> unpackGzip(const ByteStore &file, std::atomic<qint64> &done,
                         const std::function<bool(std::string_view)> &take)
{
    z_stream stream {};
    if (inflateInit2(&stream, 15 + 32) != Z_OK)
        return std::unexpected(broken(u"zlib"_s));
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
    QByteArray in(pieceBytes, Qt::Uninitialized), out(pieceBytes, Qt::Uninitialized);
    bool ended = true; // at a member's end: the file may stop here
    for (qint64 count = 0; (count = file.read(done, pieceBytes, in.data())) > 0; done += count) {
        stream.next_in = reinterpret_cast<Bytef *>(in.data());
        stream.avail_in = uInt(count);
        while (stream.avail_in > 0) {
            stream.next_out = reinterpret_cast<Bytef *>(out.data());
            stream.avail_out = uInt(out.size());
            const int result = inflate(&stream, Z_NO_FLUSH);
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
                return std::unexpected(broken(QString::fromLatin1(stream.msg ? stream.msg : "gzip")));
            if (!take({out.constData(), size_t(out.size()) - stream.avail_out}))
                return {};
            ended = result == Z_STREAM_END;
            if (ended)
                inflateReset(&stream); // members may follow each other
        }
    }
    return ended ? k8s::Result<> {} : std::unexpected(broken(u"the file ends too early"_s));
}

k8s::Result<> unpackZstd(const ByteStore &file, std::atomic<qint64> &done,
                         const std::function<bool(std::string_view)> &take)
{
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(), &ZSTD_freeDStream);
    QByteArray in(pieceBytes, Qt::Uninitialized), out(pieceBytes, Qt::Uninitialized);
    size_t missing = 0;
    for (qint64 count = 0; (count = file.read(done, pieceBytes, in.data())) > 0; done += count) {
        ZSTD_inBuffer input {in.constData(), size_t(count), 0};
        while (input.pos < input.size) {
            ZSTD_outBuffer output {out.data(), size_t(out.size()), 0};
            missing = ZSTD_decompressStream(stream.get(), &output, &input);
            if (ZSTD_isError(missing))
                return std::unexpected(broken(QString::fromLatin1(ZSTD_getErrorName(missing))));
            if (!take({out.constData(), output.pos}))
                return {};
        }
    }
    return missing == 0 ? k8s::Result<> {} : std::unexpected(broken(u"the file ends too early"_s));
}

/// Pieces of a file, read and counted side by side and indexed in their order.
class PieceReader
{
public:
    PieceReader(FileLines &lines, const std::stop_token &stop, const std::function<void()> &progress)
        : m_lines(lines)
        , m_stop(stop)
        , m_progress(progress)
        , m_from(lines.indexedBytes())
        , m_size(lines.file().size())
    {
    }

    qint64 pieces() const { return std::max<qint64>(0, m_size - m_from + pieceSize - 1) / pieceSize; }
    /// Takes pieces until there are none.
    void run()
    {
        const auto buffer = std::make_unique_for_overwrite<char[]>(size_t(pieceSize));
        const auto counted = std::make_unique<CountedPiece>();
        for (qint64 piece = m_next++; piece < pieces() && !m_stop.stop_requested(); piece = m_next++) {
            const qint64 at = m_from + piece * pieceSize, wanted = std::min(pieceSize, m_size - at);
            const qint64 count = m_lines.file().read(at, wanted, buffer.get());
            counted->count({buffer.get(), size_t(count)});
            // Read short: the file shrank or the disk refused, and what lies behind is not next.
            if (!putInOrder(piece, *counted, count < wanted))
                return;
            if (piece % (64 * 1024 * 1024 / pieceSize) == 0)
                m_progress();
        }
        if (m_stop.stop_requested())
            end(); // the others do not wait for a turn that never comes
    }

private:
    bool putInOrder(qint64 piece, const CountedPiece &counted, bool last)
    {
        std::unique_lock lock(m_mutex);
        m_turned.wait(lock, [this, piece] { return m_turn == piece || m_ended; });
        if (m_ended)
            return false;
        m_lines.index(counted);
        ++m_turn;
        m_ended = last;
        m_turned.notify_all();
        return !last;
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_turned.notify_all();
    }

    static constexpr qint64 pieceSize = qint64(CountedPiece::mostBytes); // stays in the cache between read and count
    FileLines &m_lines;
    const std::stop_token m_stop;
    const std::function<void()> &m_progress;
    const qint64 m_from, m_size;
    std::atomic<qint64> m_next = 0;
    std::mutex m_mutex; // guards everything below
    std::condition_variable m_turned;
    qint64 m_turn = 0;
    bool m_ended = false;
};

} // namespace

PlainFile::PlainFile(int fd)
    : m_fd(fd)
{
}

PlainFile::~PlainFile() { ::close(m_fd); }

k8s::Result<std::shared_ptr<PlainFile>> PlainFile::open(const QString &fileName)
{
    // A pipe or a device would block or never end.
    const int fd = ::open(QFile::encodeName(fileName).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status {};
    if (fd < 0 || ::fstat(fd, &status) != 0)
        return std::unexpected(k8s::Error {.kind = k8s::Error::Kind::Io,
                                           .message = QString::fromLocal8Bit(std::strerror(errno)),
                                           .context = fileName});
    std::shared_ptr<PlainFile> file(new PlainFile(fd));
    if (!S_ISREG(status.st_mode))
        return std::unexpected(
            k8s::Error {.kind = k8s::Error::Kind::Io, .message = u"not a regular file"_s, .context = fileName});
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    return file;
}

qint64 PlainFile::read(qint64 offset, qint64 length, char *to) const
{
    qint64 done = 0;
    while (done < length) {
        const ssize_t count = ::pread(m_fd, to + done, size_t(length - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += count;
    }
    return done;
}

qint64 PlainFile::size() const
{
    struct stat status {};
    return ::fstat(m_fd, &status) == 0 ? status.st_size : 0;
}

Packing packingOf(const ByteStore &file)
{
    std::array<char, 4> magic {};
    file.read(0, 4, magic.data());
    const QByteArrayView view(magic);
    if (view.startsWith("\x1f\x8b"))
        return Packing::Gzip;
    return view.startsWith("\x28\xb5\x2f\xfd") ? Packing::Zstd : Packing::None;
}

k8s::Result<> unpack(const ByteStore &file, Packing packing, std::atomic<qint64> &done,
                     const std::function<bool(std::string_view)> &take)
{
    return packing == Packing::Gzip ? unpackGzip(file, done, take) : unpackZstd(file, done, take);
}

void indexNew(FileLines &lines, const std::stop_token &stop, const std::function<void()> &progress)
{
    lines.setFinished(false);
    PieceReader reader(lines, stop, progress);
    {
        std::vector<std::jthread> helpers;
        const qint64 most = std::min<qint64>(reader.pieces(), std::clamp(QThread::idealThreadCount(), 1, 4));
        for (qint64 i = 1; i < most; ++i)
            helpers.emplace_back([&reader] { reader.run(); });
        reader.run();
    }
    lines.setFinished(true);
    progress();
}

void tapLines(const IndexedLines &lines, qint64 &next, LineTap &tap, const std::stop_token &stop)
{
    lines.scan(next, [&](qint64 line, std::string_view bytes) {
        while (!bytes.empty()) {
            const size_t end = std::min(bytes.find('\n'), bytes.size());
            const std::string_view whole = bytes.substr(0, end);
            const LineStamp stamp = parseStamp(whole);
            tap.line(0, line++, stamp.nanoseconds, whole.substr(size_t(stamp.length)));
            bytes.remove_prefix(std::min(end + 1, bytes.size()));
        }
        tap.flush();
        next = line;
        return !stop.stop_requested();
    });
}

} // namespace models
