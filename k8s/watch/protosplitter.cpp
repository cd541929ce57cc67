// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/protosplitter.h"

#include "k8s/watch/protofield.h"

namespace k8s {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view magic("k8s\0", 4);
constexpr int frameLengthSize = 4;

std::unexpected<Error> notProtobuf(const QString &message)
{
    return std::unexpected(Error {.kind = Error::Kind::Protocol, .message = message});
}

std::string_view viewOf(protozero::data_view data) { return {data.data(), data.size()}; }

} // namespace

ProtoSplitter::ProtoSplitter(BodyShape shape, qsizetype limit)
    : m_shape(shape)
    , m_limit(size_t(limit))
    , m_step(shape == BodyShape::List ? Step::Magic : Step::FrameLength)
{
}

void ProtoSplitter::fail(const char *message) { m_failure = QString::fromLatin1(message); }

Result<> ProtoSplitter::feed(std::string_view bytes, const Visit &visit)
{
    while (!bytes.empty() && m_failure.isEmpty()) {
        const bool counts = m_inList;
        const size_t used = advance(bytes, visit);
        bytes.remove_prefix(used);
        if (!counts)
            continue;
        if (used > m_listLeft)
            fail("a field is longer than the list that holds it");
        else
            m_listLeft -= used;
        if (m_listLeft == 0 && m_failure.isEmpty()) {
            m_inList = false;
            if (m_step != Step::Tag || m_varintShift != 0)
                fail("the list ends inside a field");
        }
    }
    if (!m_failure.isEmpty())
        return notProtobuf(m_failure);
    return {};
}

size_t ProtoSplitter::advance(std::string_view bytes, const Visit &visit)
{
    switch (m_step) {
    case Step::Magic:
        return readMagic(bytes);
    case Step::FrameLength:
        return readFrameLength(bytes);
    case Step::Tag:
    case Step::Length:
    case Step::SkipVarint:
        return readVarint(bytes);
    case Step::Payload:
        return readPayload(bytes, visit);
    case Step::Skip:
        break;
    }
    const size_t used = size_t(std::min<quint64>(m_left, bytes.size()));
    m_left -= used;
    if (m_left == 0)
        nextStep();
    return used;
}

size_t ProtoSplitter::readMagic(std::string_view bytes)
{
    if (bytes.front() != magic[m_headRead])
        fail("not a Kubernetes protobuf answer");
    if (++m_headRead == magic.size())
        m_step = Step::Tag;
    return 1;
}

size_t ProtoSplitter::readFrameLength(std::string_view bytes)
{
    m_left = m_left << 8 | quint8(bytes.front());
    if (++m_headRead == frameLengthSize) {
        m_headRead = 0;
        m_step = Step::Payload;
        if (m_left > m_limit)
            fail("one event is larger than 16 MiB");
        else if (m_left == 0)
            m_step = Step::FrameLength;
    }
    return 1;
}

size_t ProtoSplitter::readVarint(std::string_view bytes)
{
    size_t used = 0;
    while (used < bytes.size()) {
        const auto byte = quint8(bytes[used++]);
        m_varint |= quint64(byte & 0x7f) << m_varintShift;
        m_varintShift += 7;
        if ((byte & 0x80) == 0) {
            m_varintShift = 0;
            varintDone();
            break;
        }
        if (m_varintShift >= 64) {
            fail("a number is too long");
            break;
        }
    }
    return used;
}

void ProtoSplitter::varintDone()
{
    if (m_step == Step::Tag)
        tagDone();
    else if (m_step == Step::Length)
        lengthDone();
    else
        nextStep();
    m_varint = 0;
}

void ProtoSplitter::tagDone()
{
    m_tag = m_varint;
    switch (m_tag & 7) {
    case 0:
        m_step = Step::SkipVarint;
        break;
    case 1:
        skip(8);
        break;
    case 2:
        m_step = Step::Length;
        break;
    case 5:
        skip(4);
        break;
    default:
        fail("unknown wire type");
    }
}

void ProtoSplitter::lengthDone()
{
    const quint64 field = m_tag >> 3;
    if (!m_inList) {
        if (field != 2)
            return skip(m_varint);
        m_sawList = true;
        m_step = Step::Tag;
        m_inList = m_varint > 0;
        m_listLeft = m_varint;
        return;
    }
    if (field != 1 && field != 2)
        return skip(m_varint);
    if (m_varint > m_limit)
        return fail("one object is larger than 16 MiB");
    m_left = m_varint;
    m_step = Step::Payload;
}

void ProtoSplitter::skip(quint64 count)
{
    m_left = count;
    m_step = count == 0 ? Step::Tag : Step::Skip;
}

void ProtoSplitter::nextStep() { m_step = m_shape == BodyShape::List ? Step::Tag : Step::FrameLength; }

size_t ProtoSplitter::readPayload(std::string_view bytes, const Visit &visit)
{
    if (m_payload.empty() && bytes.size() >= m_left) {
        const size_t used = m_left;
        payloadDone(bytes.substr(0, used), visit);
        return used;
    }
    const size_t used = size_t(std::min<quint64>(m_left, bytes.size()));
    m_payload += bytes.substr(0, used);
    m_left -= used;
    if (m_left == 0) {
        payloadDone(m_payload, visit);
        m_payload.clear();
    }
    return used;
}

void ProtoSplitter::payloadDone(std::string_view payload, const Visit &visit)
{
    m_left = 0;
    nextStep();
    if (m_shape == BodyShape::List && m_tag >> 3 == 1)
        m_meta = payload;
    else
        visit(payload);
}

Result<> ProtoSplitter::finish()
{
    if (m_failure.isEmpty()) {
        if (m_shape == BodyShape::Stream && (m_step != Step::FrameLength || m_headRead != 0))
            fail("the answer ended inside an event");
        if (m_shape == BodyShape::List && (!m_sawList || m_inList || m_step != Step::Tag || m_varintShift != 0))
            fail("the answer ended inside the list");
    }
    if (!m_failure.isEmpty())
        return notProtobuf(m_failure);
    return {};
}

Result<ListMeta> ProtoSplitter::listMeta()
{
    ListMeta meta;
    try {
        protozero::pbf_reader reader(m_meta);
        while (reader.next()) {
            if (isBytes(reader, 2))
                meta.resourceVersion = QByteArray::fromStdString(reader.get_string());
            else if (isBytes(reader, 3))
                meta.continueToken = QByteArray::fromStdString(reader.get_string());
            else if (isVarint(reader, 4))
                meta.remainingItemCount = reader.get_int64();
            else
                reader.skip();
        }
    } catch (const protozero::exception &exception) {
        return notProtobuf(QString::fromLatin1(exception.what()));
    }
    return meta;
}

static std::pair<std::string_view, std::string_view> typeMeta(protozero::pbf_reader reader)
{
    std::pair<std::string_view, std::string_view> type;
    while (reader.next()) {
        if (isBytes(reader, 1))
            type.first = viewOf(reader.get_view());
        else if (isBytes(reader, 2))
            type.second = viewOf(reader.get_view());
        else
            reader.skip();
    }
    return type;
}

Result<ProtoEnvelope> openProtoEnvelope(std::string_view bytes)
{
    if (!bytes.starts_with(magic))
        return notProtobuf(u"not a Kubernetes protobuf object"_s);
    bytes.remove_prefix(magic.size());
    ProtoEnvelope envelope;
    try {
        protozero::pbf_reader reader(bytes.data(), bytes.size());
        while (reader.next()) {
            if (isBytes(reader, 1))
                std::tie(envelope.apiVersion, envelope.kind) = typeMeta(reader.get_message());
            else if (isBytes(reader, 2))
                envelope.raw = viewOf(reader.get_view());
            else
                reader.skip();
        }
    } catch (const protozero::exception &exception) {
        return notProtobuf(QString::fromLatin1(exception.what()));
    }
    return envelope;
}

} // namespace k8s
