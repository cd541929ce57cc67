// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/watch/jsonsplitter.h"

#include <simdjson.h>

#include <bit>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace k8s {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t blockSize = 64;

/// One bit per byte of a block of 64.
struct Masks
{
    quint64 quote = 0;
    quint64 backslash = 0;
    quint64 open = 0; ///< { and [
    quint64 close = 0; ///< } and ]
};

#if defined(__SSE2__)
Masks classify(const char *bytes)
{
    Masks masks;
    const __m128i lowerCase = _mm_set1_epi8(0x20); // folds [ onto { and ] onto }
    for (int i = 0; i < 4; ++i) {
        const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + i * 16));
        const __m128i folded = _mm_or_si128(part, lowerCase);
        const auto bits = [&](__m128i value, char c) {
            return quint64(quint32(_mm_movemask_epi8(_mm_cmpeq_epi8(value, _mm_set1_epi8(c))))) << (i * 16);
        };
        masks.quote |= bits(part, '"');
        masks.backslash |= bits(part, '\\');
        masks.open |= bits(folded, '{');
        masks.close |= bits(folded, '}');
    }
    return masks;
}
#else
Masks classify(const char *bytes)
{
    Masks masks;
    for (size_t i = 0; i < blockSize; ++i) {
        const char c = bytes[i];
        masks.quote |= quint64(c == '"') << i;
        masks.backslash |= quint64(c == '\\') << i;
        masks.open |= quint64((c | 0x20) == '{') << i;
        masks.close |= quint64((c | 0x20) == '}') << i;
    }
    return masks;
}
#endif

/// Which bytes are escaped by a backslash before them; the method of simdjson's json_escape_scanner.
quint64 escapedBytes(quint64 backslash, quint64 &carry)
{
    if (backslash == 0)
        return std::exchange(carry, 0);
    constexpr quint64 oddBits = 0xAAAAAAAAAAAAAAAAULL;
    const quint64 potential = backslash & ~carry;
    const quint64 codes = (((potential << 1) | oddBits) - potential) ^ oddBits;
    const quint64 escaped = codes ^ (backslash | carry);
    carry = (codes & backslash) >> 63;
    return escaped;
}

/// Bit i of the result is the parity of the bits 0..i: between an opening quote and its closing one all bits are set.
quint64 prefixXor(quint64 bits)
{
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

} // namespace

JsonSplitter::JsonSplitter(BodyShape shape, qsizetype limit)
    : m_shape(shape)
    , m_limit(size_t(limit))
    , m_place(shape == BodyShape::List ? Place::Envelope : Place::Between)
{
}

void JsonSplitter::fail(const char *message) { m_failure = QString::fromLatin1(message); }

Result<> JsonSplitter::feed(std::string_view bytes, const Visit &visit)
{
    while (!bytes.empty() && m_failure.isEmpty()) {
        switch (m_place) {
        case Place::Envelope:
            bytes = walkEnvelope(bytes);
            break;
        case Place::Between:
            bytes = walkBetween(bytes);
            break;
        case Place::Inside:
            bytes = walkObject(bytes, visit);
            break;
        case Place::End:
            if (!isSpace(bytes.front()))
                fail("bytes after the end of the list");
            bytes.remove_prefix(1);
            break;
        }
    }
    if (!m_failure.isEmpty())
        return std::unexpected(Error {.kind = Error::Kind::Protocol, .message = m_failure});
    return {};
}

std::string_view JsonSplitter::walkEnvelope(std::string_view bytes)
{
    size_t i = 0;
    while (i < bytes.size() && m_place == Place::Envelope && m_failure.isEmpty())
        stepEnvelope(bytes[i++]);
    return bytes.substr(i);
}

void JsonSplitter::stepEnvelope(char c)
{
    m_envelope += c;
    if (m_envelope.size() > m_limit)
        return fail("the list's own fields are too large");
    if (m_envelopeInString) {
        if (m_envelopeEscaped) {
            m_envelopeEscaped = false;
        } else if (c == '\\') {
            m_envelopeEscaped = true;
        } else if (c == '"') {
            m_envelopeInString = false;
            if (m_envelopeDepth == 1)
                m_lastString = m_envelope.substr(m_stringStart, m_envelope.size() - 1 - m_stringStart);
        }
        return;
    }
    if (m_envelopeDepth == 0 && c != '{' && !isSpace(c))
        return fail("not a JSON object");
    if (c == '"') {
        m_envelopeInString = true;
        m_stringStart = m_envelope.size();
    } else if (c == ':' && m_envelopeDepth == 1) {
        m_key = std::exchange(m_lastString, {});
    } else if (c == ',' && m_envelopeDepth == 1) {
        m_key.clear();
    } else if (c == '{' || c == '[') {
        openEnvelope(c);
    } else if (c == '}' || c == ']') {
        closeEnvelope();
    }
}

void JsonSplitter::openEnvelope(char c)
{
    if (c == '[' && m_envelopeDepth == 1 && m_key == "items")
        m_place = Place::Between;
    else
        ++m_envelopeDepth;
}

void JsonSplitter::closeEnvelope()
{
    if (--m_envelopeDepth == 0)
        m_place = Place::End;
}

std::string_view JsonSplitter::walkBetween(std::string_view bytes)
{
    size_t i = 0;
    while (i < bytes.size() && (isSpace(bytes[i]) || (bytes[i] == ',' && m_shape == BodyShape::List)))
        ++i;
    bytes.remove_prefix(i);
    if (bytes.empty())
        return bytes;
    if (bytes.front() == '{') {
        m_place = Place::Inside;
        return bytes; // the brace belongs to the object
    }
    if (bytes.front() == ']' && m_shape == BodyShape::List) {
        m_envelope += ']';
        m_place = Place::Envelope;
        return bytes.substr(1);
    }
    fail("not a JSON object where one must begin");
    return {};
}

std::string_view JsonSplitter::walkObject(std::string_view bytes, const Visit &visit)
{
    const size_t end = findEnd(bytes);
    if (m_object.size() + std::min(end, bytes.size()) > m_limit) {
        fail("one object is larger than 16 MiB");
        return {};
    }
    if (end == std::string_view::npos) {
        m_object += bytes;
        return {};
    }
    if (m_object.empty()) {
        visit(bytes.substr(0, end));
    } else {
        m_object += bytes.substr(0, end);
        visit(m_object);
        m_object.clear();
    }
    m_place = Place::Between;
    return bytes.substr(end);
}

/// Offset behind the brace that ends the object, or npos.
size_t JsonSplitter::findEnd(std::string_view bytes)
{
    size_t i = 0;
    for (; i + blockSize <= bytes.size(); i += blockSize) {
        const Masks masks = classify(bytes.data() + i);
        const quint64 quotes = masks.quote & ~escapedBytes(masks.backslash, m_escaped);
        const quint64 strings = prefixXor(quotes) ^ m_inString;
        const quint64 open = masks.open & ~strings;
        const quint64 close = masks.close & ~strings;
        const int closes = std::popcount(close);
        if (closes >= m_depth) {
            if (const size_t end = findEndInBlock(open, close); end != std::string_view::npos) {
                m_inString = m_escaped = 0;
                return i + end;
            }
        } else {
            m_depth += std::popcount(open) - closes;
        }
        m_inString = quint64(qint64(strings) >> 63);
    }
    return findEndSlowly(bytes, i);
}

size_t JsonSplitter::findEndInBlock(quint64 open, quint64 close)
{
    for (quint64 bits = open | close; bits != 0; bits &= bits - 1) {
        const int position = std::countr_zero(bits);
        m_depth += (open >> position & 1) != 0 ? 1 : -1;
        if (m_depth == 0)
            return size_t(position) + 1;
    }
    return std::string_view::npos;
}

size_t JsonSplitter::findEndSlowly(std::string_view bytes, size_t from)
{
    for (size_t i = from; i < bytes.size(); ++i) {
        const char c = bytes[i];
        const bool escaped = std::exchange(m_escaped, 0) != 0; // means something for quotes only, as in a block
        if (c == '\\') {
            m_escaped = escaped ? 0 : 1;
        } else if (c == '"') {
            m_inString = escaped ? m_inString : ~m_inString;
        } else if (m_inString == 0 && (c == '{' || c == '[')) {
            ++m_depth;
        } else if (m_inString == 0 && (c == '}' || c == ']') && --m_depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

Result<> JsonSplitter::finish()
{
    if (m_failure.isEmpty()) {
        if (m_place == Place::Inside)
            fail("the answer ended inside an object");
        else if (m_shape == BodyShape::List && m_place != Place::End)
            fail("the answer ended inside the list");
    }
    if (!m_failure.isEmpty())
        return std::unexpected(Error {.kind = Error::Kind::Protocol, .message = m_failure});
    return {};
}

Result<ListMeta> JsonSplitter::listMeta()
{
    simdjson::dom::parser parser;
    simdjson::dom::element top;
    if (parser.parse(m_envelope).get(top) != simdjson::SUCCESS)
        return std::unexpected(Error {.kind = Error::Kind::Protocol, .message = u"the list is not JSON"_s});
    if (top["items"].error() != simdjson::SUCCESS)
        return std::unexpected(Error {.kind = Error::Kind::Protocol, .message = u"the answer is not a list"_s});
    const auto text = [&](std::string_view key) {
        std::string_view value;
        return top["metadata"][key].get(value) == simdjson::SUCCESS ? QByteArray(value.data(), qsizetype(value.size()))
                                                                    : QByteArray();
    };
    int64_t remaining = 0;
    if (top["metadata"]["remainingItemCount"].get(remaining) != simdjson::SUCCESS)
        remaining = 0;
    return ListMeta {text("resourceVersion"), text("continue"), remaining};
}

} // namespace k8s
