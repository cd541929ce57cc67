// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/core/result.h"
#include "models/logs/indexedlines.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string_view>

namespace models {

/// The bytes of one log source on disk, exactly as they came. The newest bytes are raw segments of 16 MiB; full
/// segments are compressed to blocks of 256 KiB in one .zst file (which zstdcat reads). One thread appends and
/// compresses, any thread reads.
class LogSpool : public ByteStore
{
public:
    static constexpr qint64 segmentBytes = 16 * 1024 * 1024;
    static constexpr qint64 blockBytes = 256 * 1024;

    /// `base` is the path without suffix; its folder must exist. Nothing is written before the first append.
    explicit LogSpool(QString base);
    ~LogSpool() override;
    LogSpool(const LogSpool &) = delete;
    LogSpool &operator=(const LogSpool &) = delete;

    k8s::Result<> append(std::string_view bytes);
    qint64 size() const;
    /// Bytes on disk: less than size() once segments are compressed.
    qint64 diskBytes() const;
    /// The bytes [offset, offset + length), fewer at the end or if the disk refuses.
    QByteArray read(qint64 offset, qint64 length) const;
    qint64 read(qint64 offset, qint64 length, char *to) const override;

    /// Compresses up to 1 MiB of the oldest full segment; true if there is more to do. Called when there is nothing
    /// better to do.
    bool compressSome();
    /// Gives the disk back: nothing can be read or appended afterwards. Called by the thread that appends.
    void removeFiles();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace models
