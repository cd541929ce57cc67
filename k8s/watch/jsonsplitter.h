// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/watch/objectsplitter.h"

#include <string>

namespace k8s {

/// ObjectSplitter for JSON. Objects are told apart by their braces, not by line feeds, so that an indented answer works
/// too.
class JsonSplitter : public ObjectSplitter
{
public:
    explicit JsonSplitter(BodyShape shape, qsizetype limit = maximumObjectSize);

    Result<> feed(std::string_view bytes, const Visit &visit) override;
    Result<> finish() override;
    Result<ListMeta> listMeta() override;

private:
    enum class Place
    {
        Envelope,
        Between,
        Inside,
        End
    };

    std::string_view walkEnvelope(std::string_view bytes);
    std::string_view walkBetween(std::string_view bytes);
    std::string_view walkObject(std::string_view bytes, const Visit &visit);
    void stepEnvelope(char c);
    void openEnvelope(char c);
    void closeEnvelope();
    size_t findEnd(std::string_view bytes);
    size_t findEndInBlock(quint64 open, quint64 close);
    size_t findEndSlowly(std::string_view bytes, size_t from);
    void fail(const char *message);

    const BodyShape m_shape;
    const size_t m_limit;
    Place m_place;
    QString m_failure;

    // Inside an object: enough to go on at any byte.
    qint64 m_depth = 0;
    quint64 m_inString = 0; ///< all ones if the next byte is inside a string
    quint64 m_escaped = 0; ///< 1 if the next byte is escaped
    std::string m_object; ///< beginning of an object that was cut by the end of a chunk

    // The list without its items.
    std::string m_envelope;
    size_t m_stringStart = 0;
    std::string m_key; ///< of the member of the top object that is being read
    std::string m_lastString;
    int m_envelopeDepth = 0;
    bool m_envelopeInString = false;
    bool m_envelopeEscaped = false;
};

} // namespace k8s
