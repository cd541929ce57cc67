// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/objectsplitter.h"

#include <string>

namespace k8s {

/// ObjectSplitter for application/vnd.kubernetes.protobuf. A list is "k8s\0", then runtime.Unknown with the list
/// message in its field 2, in which field 1 is the ListMeta and field 2 an item. A watch is frames with a length of
/// four bytes (big endian), each a metav1.WatchEvent (apimachinery pkg/runtime/serializer/protobuf).
class ProtoSplitter : public ObjectSplitter
{
public:
    explicit ProtoSplitter(BodyShape shape, qsizetype limit = maximumObjectSize);

    Result<> feed(std::string_view bytes, const Visit &visit) override;
    Result<> finish() override;
    Result<ListMeta> listMeta() override;

private:
    enum class Step
    {
        Magic,
        FrameLength,
        Tag,
        Length,
        Payload,
        Skip,
        SkipVarint
    };

    size_t advance(std::string_view bytes, const Visit &visit); ///< how many bytes it used
    size_t readMagic(std::string_view bytes);
    size_t readFrameLength(std::string_view bytes);
    size_t readVarint(std::string_view bytes);
    size_t readPayload(std::string_view bytes, const Visit &visit);
    void varintDone();
    void tagDone();
    void lengthDone();
    void payloadDone(std::string_view payload, const Visit &visit);
    void skip(quint64 count);
    void nextStep();
    void fail(const char *message);

    const BodyShape m_shape;
    const size_t m_limit;
    QString m_failure;
    Step m_step;
    size_t m_headRead = 0; ///< bytes of the magic or of the frame length
    quint64 m_varint = 0;
    int m_varintShift = 0;
    quint64 m_tag = 0;
    quint64 m_left = 0; ///< bytes of the payload or of what is skipped
    bool m_inList = false; ///< inside field 2 of the envelope
    quint64 m_listLeft = 0;
    bool m_sawList = false;
    std::string m_payload; ///< beginning of a payload that was cut by the end of a chunk
    std::string m_meta;
};

/// The value of a "k8s\0" envelope: what kind it is and its message. Views into `bytes`.
struct ProtoEnvelope
{
    std::string_view apiVersion, kind, raw;
};
Result<ProtoEnvelope> openProtoEnvelope(std::string_view bytes);

} // namespace k8s
