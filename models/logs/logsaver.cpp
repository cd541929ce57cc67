// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logsaver.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSaveFile>
#include <QTimeZone>
#include <QTimer>

#include <zstd.h>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 linesPerRead = 2000;
constexpr int sliceMilliseconds = 8;

} // namespace

class LogSaver::Private
{
public:
    explicit Private(const LogDocument &logDocument)
        : document(logDocument)
    {
    }

    bool write(const QByteArray &bytes, bool last);

    const LogDocument &document;
    std::unique_ptr<QSaveFile> file;
    std::unique_ptr<ZSTD_CStream, decltype(&ZSTD_freeCStream)> packer {nullptr, &ZSTD_freeCStream};
    bool prefix = false;
    qint64 next = 0;
    qint64 end = 0;
};

bool LogSaver::Private::write(const QByteArray &bytes, bool last)
{
    if (!packer)
        return file->write(bytes) == bytes.size();
    ZSTD_inBuffer input {bytes.constData(), size_t(bytes.size()), 0};
    QByteArray packed(qsizetype(ZSTD_CStreamOutSize()), Qt::Uninitialized);
    for (size_t left = 1; left > 0;) {
        ZSTD_outBuffer output {packed.data(), size_t(packed.size()), 0};
        left = ZSTD_compressStream2(packer.get(), &output, &input, last ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) || file->write(packed.constData(), qint64(output.pos)) != qint64(output.pos))
            return false;
        if (!last && input.pos == input.size)
            break;
    }
    return true;
}

LogSaver::LogSaver(const LogDocument &document, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(document))
{
}

LogSaver::~LogSaver() = default;

void LogSaver::save(const QString &fileName, bool prefix)
{
    d->file = std::make_unique<QSaveFile>(fileName);
    d->packer.reset(fileName.endsWith(".zst"_L1) ? ZSTD_createCStream() : nullptr);
    d->prefix = prefix;
    d->next = 0;
    d->end = d->document.lineCount();
    if (!d->file->open(QIODevice::WriteOnly)) {
        emit finished(std::unexpected(
            k8s::Error {.kind = k8s::Error::Kind::Io, .message = d->file->errorString(), .context = fileName}));
        return;
    }
    writeSlice();
}

void LogSaver::writeSlice()
{
    QElapsedTimer clock;
    clock.start();
    bool good = true;
    while (good && d->next < d->end && clock.elapsed() < sliceMilliseconds) {
        QByteArray text;
        const QList<LogLine> lines = d->document.lines(d->next, std::min(linesPerRead, d->end - d->next));
        for (const LogLine &line : lines) {
            if (d->prefix && line.nanoseconds)
                text += QDateTime::fromMSecsSinceEpoch(line.nanoseconds / 1'000'000, QTimeZone::UTC)
                            .toString(Qt::ISODateWithMs)
                            .toLatin1()
                    + ' ';
            if (d->prefix)
                text += d->document.sources().value(line.source).label.toUtf8() + ' ';
            text += d->document.wholeText(line) + '\n';
        }
        d->next += lines.isEmpty() ? d->end : lines.size();
        good = d->write(text, false);
    }
    if (good && d->next < d->end) {
        emit progressed(double(d->next) / double(d->end));
        QTimer::singleShot(0, this, [this] { writeSlice(); });
        return;
    }
    if (good && d->write({}, true) && d->file->commit())
        emit finished({});
    else
        emit finished(std::unexpected(k8s::Error {
            .kind = k8s::Error::Kind::Io, .message = d->file->errorString(), .context = d->file->fileName()}));
}

} // namespace models
