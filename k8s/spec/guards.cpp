// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/guards.h"

#include <QtGlobal>

#include <simdjson.h>

namespace k8s {

namespace {

Diagnostic refusal(const char *id, qsizetype offset, Message message, Message remedy = {})
{
    return {.source = Diagnostic::Source::Yaml,
            .id = id,
            .offset = offset,
            .length = 1,
            .message = std::move(message),
            .remedy = std::move(remedy)};
}

/// Length of the UTF-8 sequence at `i`, 0 if it is not one.
qsizetype sequenceLength(QByteArrayView utf8, qsizetype i)
{
    for (qsizetype length = 1; length <= 4 && i + length <= utf8.size(); ++length) {
        if (simdjson::validate_utf8(utf8.data() + i, size_t(length)))
            return length;
    }
    return 0;
}

qsizetype firstInvalid(QByteArrayView utf8)
{
    for (qsizetype i = 0; i < utf8.size();) {
        if (static_cast<unsigned char>(utf8[i]) < 0x80) {
            ++i;
            continue;
        }
        const qsizetype length = sequenceLength(utf8, i);
        if (length == 0)
            return i;
        i += length;
    }
    return -1;
}

QString hexByte(char byte)
{
    return QStringLiteral("0x%1").arg(int(static_cast<unsigned char>(byte)), 2, 16, QLatin1Char('0'));
}

bool isMarker(QByteArrayView line, const char *marker)
{
    return line.startsWith(marker) && (line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r');
}

} // namespace

std::optional<Diagnostic> refuseBytes(QByteArrayView utf8, const SpecLimits &limits)
{
    if (utf8.size() > limits.bytes) {
        return refusal(
            "yaml/too-large", 0,
            {QT_TRANSLATE_NOOP("Diagnostic", "The text is %1 MiB long; %2 MiB are read."),
             {QString::number(double(utf8.size()) / (1 << 20), 'f', 1), QString::number(limits.bytes >> 20)}},
            {QT_TRANSLATE_NOOP("Diagnostic", "Put data into an image or a volume; etcd takes 1.5 MiB per object.")});
    }
    if (utf8.startsWith("\xFF\xFE") || utf8.startsWith("\xFE\xFF")) {
        return refusal("yaml/encoding", 0, {QT_TRANSLATE_NOOP("Diagnostic", "The text is UTF-16, not UTF-8.")},
                       {QT_TRANSLATE_NOOP("Diagnostic", "Save the file as UTF-8.")});
    }
    if (!simdjson::validate_utf8(utf8.data(), size_t(utf8.size()))) {
        const qsizetype at = std::max<qsizetype>(0, firstInvalid(utf8));
        return refusal("yaml/encoding", at,
                       {QT_TRANSLATE_NOOP("Diagnostic", "The byte %1 is not valid UTF-8."), {hexByte(utf8[at])}},
                       {QT_TRANSLATE_NOOP("Diagnostic", "Save the file as UTF-8.")});
    }
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F) {
            return refusal("yaml/control-character", i,
                           {QT_TRANSLATE_NOOP("Diagnostic", "The control character %1 is not allowed in YAML."),
                            {hexByte(utf8[i])}},
                           {QT_TRANSLATE_NOOP("Diagnostic", "Remove it, or write it as an escape in double quotes.")});
        }
    }
    return std::nullopt;
}

std::optional<Diagnostic> refuseNesting(QByteArrayView utf8, const SpecLimits &limits)
{
    // Only brackets of one line matter: at a line's end the scanner knows that none of them starts a key, and hands
    // its tokens on. Counts too many rather than too few.
    int depth = 0;
    char before = '\n';
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c == '[' || c == '{') {
            const bool opens = depth > 0 || before == '\n' || before == ':' || before == '-' || before == ',';
            depth += opens ? 1 : 0;
        } else if (c == ']' || c == '}') {
            depth = std::max(0, depth - 1);
        }
        if (c == '\n')
            depth = 0;
        if (depth > limits.depth) {
            return refusal("yaml/too-deep", i,
                           {QT_TRANSLATE_NOOP("Diagnostic", "The text is nested more than %1 levels deep."),
                            {QString::number(limits.depth)}});
        }
        if (c != ' ' && c != '\t')
            before = c;
    }
    return std::nullopt;
}

std::vector<TextSlice> splitDocuments(QByteArrayView utf8)
{
    // A line that starts with the marker ends whatever is open, block scalars and quotes included (YAML 1.2, 9.1.4):
    // what looks like a marker inside a block scalar is indented.
    std::vector<TextSlice> slices;
    qsizetype start = utf8.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const auto close = [&](qsizetype end, qsizetype next) {
        slices.push_back({start, end - start});
        start = next;
    };
    for (qsizetype i = start; i < utf8.size();) {
        qsizetype end = utf8.indexOf('\n', i);
        end = end < 0 ? utf8.size() : end;
        const QByteArrayView line = utf8.sliced(i, end - i);
        const qsizetype next = std::min(end + 1, utf8.size());
        if (isMarker(line, "---") && i > start)
            close(i, i);
        else if (isMarker(line, "..."))
            close(i, next);
        i = end + 1;
    }
    close(utf8.size(), utf8.size());
    return slices;
}

} // namespace k8s
