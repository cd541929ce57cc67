// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/exec/channels.h"

#include "k8s/core/jsonview.h"
#include "k8s/core/statuserror.h"

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr qsizetype mostErrors = 64 * 1024;
constexpr qsizetype mostEnd = 64 * 1024;

void append(QByteArray &to, std::string_view piece, qsizetype most)
{
    to.append(piece.data(), std::min(qsizetype(piece.size()), most - to.size()));
}

} // namespace

bool ExecChannels::take(std::string_view piece, bool begins)
{
    if (begins && !piece.empty()) {
        m_channel = static_cast<unsigned char>(piece.front());
        piece.remove_prefix(1);
    }
    switch (m_channel) {
    case Output:
        if (m_output.size() + qint64(piece.size()) > m_mostBytes)
            return false;
        m_output.append(piece.data(), qsizetype(piece.size()));
        break;
    case Errors:
        append(m_errors, piece, mostErrors);
        break;
    case End:
        m_ended = true;
        append(m_end, piece, mostEnd);
        break;
    default: // stdin and window sizes do not come from there; 255 only closes
        break;
    }
    return true;
}

std::optional<Result<int>> ExecChannels::end() const
{
    if (!m_ended)
        return {};
    JsonDocument document;
    const JsonView status = document.parse({m_end.constData(), size_t(m_end.size())});
    if (status["status"].text() == "Success")
        return 0;
    std::optional<int> exitCode;
    status.at("details", "causes").forEach([&exitCode](const JsonView &cause) {
        bool isNumber = false;
        const int code = cause["message"].string().toInt(&isNumber);
        if (cause["reason"].text() == "ExitCode" && isNumber)
            exitCode = code;
    });
    if (exitCode)
        return *exitCode;
    Error error = errorFromStatus(int(status["code"].integer(500)), m_end, {});
    error.kind = Error::Kind::Invalid;
    error.httpStatus = 0; // it is about the program, not about a request
    return std::unexpected(error);
}

} // namespace k8s
