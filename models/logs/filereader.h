// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"
#include "models/logs/indexedlines.h"
#include "models/logs/linetap.h"

#include <QString>

#include <atomic>
#include <functional>
#include <stop_token>

namespace models {

/// A file as a byte store. Any thread.
class PlainFile : public ByteStore
{
public:
    static k8s::Result<std::shared_ptr<PlainFile>> open(const QString &fileName);
    ~PlainFile() override;
    Q_DISABLE_COPY_MOVE(PlainFile)

    qint64 read(qint64 offset, qint64 length, char *to) const override;
    qint64 size() const; ///< now

private:
    explicit PlainFile(int fd);
    int m_fd;
};

/// A plain file with its line index.
class FileLines : public IndexedLines
{
public:
    explicit FileLines(std::shared_ptr<PlainFile> file)
        : IndexedLines(*file)
        , m_file(std::move(file))
    {
    }
    const PlainFile &file() const { return *m_file; }

private:
    std::shared_ptr<PlainFile> m_file;
};

enum class Packing
{
    None,
    Gzip,
    Zstd
};
/// By the first bytes, not by the name.
Packing packingOf(const ByteStore &file);

/// Unpacks the whole file in pieces; `take` returns false to stop. `done` counts the packed bytes that were read.
k8s::Result<> unpack(const ByteStore &file, Packing packing, std::atomic<qint64> &done,
                     const std::function<bool(std::string_view)> &take);

/// Indexes what is new in the file; calls `progress` after each piece.
void indexNew(FileLines &lines, const std::stop_token &stop, const std::function<void()> &progress);
/// Shows the lines from `next` on to the tap; `next` moves on.
void tapLines(const IndexedLines &lines, qint64 &next, LineTap &tap, const std::stop_token &stop);

} // namespace models
