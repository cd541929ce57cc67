// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/tfevents.h"

#include <QCoreApplication>

#include <array>
#include <bit>
#include <cstring>
#include <optional>

namespace models {

namespace {

constexpr std::array<quint32, 256> crcTable = [] {
    std::array<quint32, 256> table {};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 c = i;
        for (int bit = 0; bit < 8; ++bit)
            c = c & 1 ? 0x82F63B78U ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
    return table;
}();

/// TFRecord does not store a CRC as it is, because a CRC over bytes that hold CRCs is weak.
quint32 masked(quint32 crc) { return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U; }

template <class T>
T littleEndian(const char *bytes)
{
    T value;
    std::memcpy(&value, bytes, sizeof(T));
    return std::endian::native == std::endian::little ? value : std::byteswap(value);
}

/// One field of a protobuf message.
struct Field
{
    quint32 number = 0;
    quint64 number64 = 0; // varint, or the bits of a fixed 32 or 64
    std::string_view bytes; // of a length-delimited one
    int wire = 0;
};

std::optional<quint64> takeVarint(std::string_view &from)
{
    quint64 value = 0;
    for (size_t i = 0; i < std::min<size_t>(from.size(), 10); ++i) {
        value |= quint64(quint8(from[i]) & 0x7f) << (7 * i);
        if (!(quint8(from[i]) & 0x80)) {
            from.remove_prefix(i + 1);
            return value;
        }
    }
    return {};
}

std::optional<Field> takeField(std::string_view &from)
{
    const auto key = takeVarint(from);
    if (!key || *key >> 3 == 0 || *key >> 3 > 0x1fffffff)
        return {};
    Field field {quint32(*key >> 3), 0, {}, int(*key & 7)};
    size_t size = 0;
    if (field.wire == 0) {
        const auto value = takeVarint(from);
        if (!value)
            return {};
        field.number64 = *value;
        return field;
    }
    if (field.wire == 1 || field.wire == 5) {
        size = field.wire == 1 ? 8 : 4;
        if (from.size() < size)
            return {};
        field.number64 = size == 8 ? littleEndian<quint64>(from.data()) : littleEndian<quint32>(from.data());
    } else if (field.wire == 2) {
        const auto length = takeVarint(from);
        if (!length || *length > from.size())
            return {};
        size = size_t(*length);
        field.bytes = from.substr(0, size);
    } else {
        return {}; // groups are not used by these messages
    }
    from.remove_prefix(size);
    return field;
}

template <class Visit>
bool forEachField(std::string_view message, Visit visit)
{
    while (!message.empty()) {
        const auto field = takeField(message);
        if (!field)
            return false;
        if (!visit(*field))
            return false;
    }
    return true;
}

/// A scalar out of a TensorProto (tensorflow/core/framework/tensor.proto): dtype = 1 (DT_FLOAT 1, DT_DOUBLE 2,
/// DT_HALF and others are left out), tensor_content = 4, float_val = 5, double_val = 6, packed or not.
std::optional<double> scalarOf(std::string_view tensor)
{
    quint64 type = 0;
    std::string_view content, packed;
    std::optional<double> single;
    const bool valid = forEachField(tensor, [&](const Field &field) {
        if (field.number == 1 && field.wire == 0)
            type = field.number64;
        else if (field.number == 4 && field.wire == 2)
            content = field.bytes;
        else if ((field.number == 5 || field.number == 6) && field.wire == 2)
            packed = field.bytes;
        else if (field.number == 5 && field.wire == 5)
            single = double(std::bit_cast<float>(quint32(field.number64)));
        else if (field.number == 6 && field.wire == 1)
            single = std::bit_cast<double>(field.number64);
        return true;
    });
    const std::string_view bytes = content.empty() ? packed : content;
    if (!valid || (type != 1 && type != 2))
        return {};
    if (type == 1 && bytes.size() == 4)
        return double(std::bit_cast<float>(littleEndian<quint32>(bytes.data())));
    if (type == 2 && bytes.size() == 8)
        return std::bit_cast<double>(littleEndian<quint64>(bytes.data()));
    return bytes.empty() ? single : std::nullopt; // more than one value is a histogram, an image, a text
}

/// Summary.Value (tensorflow/core/framework/summary.proto): tag = 1, simple_value = 2, tensor = 8.
bool readValue(std::string_view message, EventScalar scalar, const EventFileReader::Found &found)
{
    std::optional<double> value;
    const bool valid = forEachField(message, [&](const Field &field) {
        if (field.number == 1 && field.wire == 2)
            scalar.tag = field.bytes;
        else if (field.number == 2 && field.wire == 5)
            value = double(std::bit_cast<float>(quint32(field.number64)));
        else if (field.number == 8 && field.wire == 2)
            value = scalarOf(field.bytes);
        return true;
    });
    if (valid && value && !scalar.tag.empty()) {
        scalar.value = *value;
        found(scalar);
    }
    return valid;
}

} // namespace

quint32 crc32c(std::string_view bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = crcTable[(crc ^ quint8(byte)) & 0xff] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFU;
}

bool readEvent(std::string_view message, const EventFileReader::Found &found)
{
    // Event: wall_time = 1 (double), step = 2 (int64), summary = 5. Fields may stand in any order.
    EventScalar scalar;
    std::string_view summary;
    const bool valid = forEachField(message, [&](const Field &field) {
        if (field.number == 1 && field.wire == 1)
            scalar.seconds = std::bit_cast<double>(field.number64);
        else if (field.number == 2 && field.wire == 0)
            scalar.step = qint64(field.number64);
        else if (field.number == 5 && field.wire == 2)
            summary = field.bytes;
        return true;
    });
    return valid && forEachField(summary, [&](const Field &field) {
               return field.number != 1 || field.wire != 2 || readValue(field.bytes, scalar, found);
           });
}

void EventFileReader::append(std::string_view bytes, const Found &found)
{
    constexpr size_t headSize = 12, footSize = 4;
    if (isDamaged())
        return;
    m_rest.append(bytes.data(), qsizetype(bytes.size()));
    std::string_view rest(m_rest.constData(), size_t(m_rest.size()));
    while (rest.size() >= headSize) {
        const auto length = littleEndian<quint64>(rest.data());
        const bool sound = littleEndian<quint32>(rest.data() + 8) == masked(crc32c(rest.substr(0, 8)));
        if (!sound || length > mostRecordBytes) {
            m_problem = sound
                ? QCoreApplication::translate("EventFile", "record %1 claims to have %2 bytes")
                      .arg(m_records + 1)
                      .arg(length)
                : QCoreApplication::translate("EventFile", "record %1 is damaged or this is no event file")
                      .arg(m_records + 1);
            break;
        }
        if (rest.size() < headSize + size_t(length) + footSize)
            break; // being written
        const std::string_view data = rest.substr(headSize, size_t(length));
        if (littleEndian<quint32>(data.data() + data.size()) != masked(crc32c(data)) || !readEvent(data, found)) {
            m_problem = QCoreApplication::translate("EventFile", "record %1 is damaged").arg(m_records + 1);
            break;
        }
        ++m_records;
        rest.remove_prefix(headSize + size_t(length) + footSize);
    }
    m_rest = isDamaged() ? QByteArray() : QByteArray(rest.data(), qsizetype(rest.size()));
}

} // namespace models
