// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <string_view>

namespace models {

/// One scalar of a TensorBoard event file.
struct EventScalar
{
    std::string_view tag; ///< bytes of the file: UTF-8 as a rule
    qint64 step = 0;
    double seconds = 0; ///< wall time since 1970
    double value = 0;
};

/// CRC-32C (Castagnoli), as RFC 3720 and TFRecord have it.
quint32 crc32c(std::string_view bytes);

/// Reads TensorBoard's event files: TFRecord framing (length, masked CRC of the length, data, masked CRC of the data:
/// tensorflow/core/lib/io/record_writer.h) around tensorflow.Event messages (tensorflow/core/util/event.proto), of
/// which only scalars are taken: Summary.Value.simple_value, and tensors of one float or double. Takes a file in pieces
/// as it grows; an unfinished record waits for its rest. Not thread safe.
class EventFileReader
{
public:
    static constexpr quint64 mostRecordBytes = 64 * 1024 * 1024; ///< a longer record is damage, not data

    using Found = std::function<void(const EventScalar &)>;

    /// The next bytes of the file. After damage nothing more is read.
    void append(std::string_view bytes, const Found &found);

    /// What is wrong with the file; empty if nothing is.
    QString problem() const { return m_problem; }
    bool isDamaged() const { return !m_problem.isEmpty(); }
    qint64 records() const { return m_records; }
    /// Bytes of a record that is not complete yet.
    qsizetype pending() const { return m_rest.size(); }

private:
    QByteArray m_rest; // of the record before
    QString m_problem;
    qint64 m_records = 0;
};

/// The scalars of one Event message; false if it is no valid protobuf.
bool readEvent(std::string_view message, const EventFileReader::Found &found);

} // namespace models
