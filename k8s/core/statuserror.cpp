// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/statuserror.h"

#include "k8s/core/jsonview.h"
#include "k8s/core/plaintext.h"

#include <QRegularExpression>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

Error::Kind kindOf(int status, const QString &reason)
{
    switch (status) {
    case 400:
    case 413:
    case 422:
        return Error::Kind::Invalid;
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::Timeout;
    case 409:
        return Error::Kind::Conflict;
    case 410:
        return Error::Kind::Expired;
    case 429:
        return Error::Kind::TooManyRequests;
    default:
        break;
    }
    if (reason == "Expired"_L1 || reason == "Gone"_L1)
        return Error::Kind::Expired;
    return status >= 500 ? Error::Kind::Server : Error::Kind::Protocol;
}

/// An admission plugin's refusal comes as 403, but its subject is the object and not the user's rights.
bool isAdmissionRefusal(const QString &message)
{
    return message.contains("denied the request"_L1)
        || (message.startsWith("ValidatingAdmissionPolicy"_L1) && message.contains("denied request"_L1))
        || message.contains(" denied request: "_L1);
}

/// What field.ErrorType prints, and the metav1 cause type it stands for.
const QHash<QString, QString> &fieldErrors()
{
    static const QHash<QString, QString> table {
        {u"Required value"_s, u"FieldValueRequired"_s},
        {u"Invalid value"_s, u"FieldValueInvalid"_s},
        {u"Unsupported value"_s, u"FieldValueNotSupported"_s},
        {u"Duplicate value"_s, u"FieldValueDuplicate"_s},
        {u"Not found"_s, u"FieldValueNotFound"_s},
        {u"Forbidden"_s, u"FieldValueForbidden"_s},
        {u"Too long"_s, u"FieldValueTooLong"_s},
        {u"Too many"_s, u"FieldValueTooMany"_s},
        {u"Too few"_s, u"FieldValueTooFew"_s},
        {u"Type invalid"_s, u"FieldValueTypeInvalid"_s},
        {u"Internal error"_s, u"InternalError"_s},
    };
    return table;
}

QList<FieldCause> strictDecodingCauses(const QString &message)
{
    static const QRegularExpression each(u"\\b(unknown|duplicate) field \"([^\"]+)\""_s);
    QList<FieldCause> causes;
    if (!message.contains("strict decoding error"_L1) && !message.contains("unknown field \""_L1))
        return causes;
    for (const auto &match : each.globalMatch(message)) {
        const bool unknown = match.captured(1) == "unknown"_L1;
        causes += {match.captured(2), unknown ? u"FieldValueUnknown"_s : u"FieldValueDuplicate"_s, match.captured()};
    }
    return causes;
}

QList<FieldCause> unmarshalCauses(const QString &message)
{
    // encoding/json names the Go type before the path of the field.
    static const QRegularExpression each(
        u"cannot unmarshal (\\S+(?: \\S+)?) into Go struct field [^.\\s]+\\.(\\S+) of type (\\S+)"_s);
    QList<FieldCause> causes;
    for (const auto &match : each.globalMatch(message))
        causes += {match.captured(2), u"FieldValueTypeInvalid"_s, match.captured()};
    return causes;
}

QList<FieldCause> fieldErrorCauses(const QString &message)
{
    static const QRegularExpression each(
        u"(?:^|[\\s\\[,])((?:[A-Za-z_][\\w-]*)(?:\\.[\\w/-]+|\\[[^\\]\\s]*\\]|\\.\\([^)]*\\))*): "
        u"(Required value|Invalid value|Unsupported value|Duplicate value|Not found|Forbidden|Too long|Too many|Too "
        u"few|"
        u"Type invalid|Internal error)\\b"_s);
    QList<FieldCause> causes;
    QList<qsizetype> begins;
    for (const auto &match : each.globalMatch(message)) {
        begins += match.capturedStart(1);
        causes += {match.captured(1), fieldErrors().value(match.captured(2)), {}};
    }
    begins += message.size();
    for (qsizetype i = 0; i < causes.size(); ++i) {
        const auto from = begins[i] + causes[i].field.size() + 2;
        QStringView text = QStringView(message).sliced(from, begins[i + 1] - from);
        while (text.endsWith(u' ') || text.endsWith(u',') || text.endsWith(u'['))
            text.chop(1);
        if (i + 1 == causes.size() && causes.size() > 1 && text.endsWith(u']'))
            text.chop(1);
        causes[i].message = text.toString();
    }
    return causes;
}

Error fromText(int httpStatus, const QByteArray &body, const QString &context)
{
    Error error {.kind = kindOf(httpStatus, {}), .httpStatus = httpStatus, .context = context};
    const QByteArray start = body.first(qMin<qsizetype>(body.size(), 512)).trimmed().toLower();
    const bool html = start.startsWith("<!doctype") || start.startsWith("<html") || start.contains("<head");
    const QString text = html ? textOfHtml(body) : plainText(body, 500).trimmed();
    error.message
        = text.isEmpty() ? u"HTTP %1"_s.arg(httpStatus) : "HTTP %1: %2"_L1.arg(QString::number(httpStatus), text);
    return error;
}

}

QList<FieldCause> causesInMessage(const QString &message)
{
    QList<FieldCause> causes = strictDecodingCauses(message);
    if (causes.isEmpty())
        causes = unmarshalCauses(message);
    if (causes.isEmpty())
        causes = fieldErrorCauses(message);
    return causes;
}

Error errorFromStatusObject(const JsonView &status, const QString &context)
{
    Error error;
    error.httpStatus = int(status["code"].integer());
    error.context = context;
    error.reason = plainText(status["reason"].string(), 200);
    error.message = plainText(status["message"].string());
    error.kind = kindOf(error.httpStatus, error.reason);
    const JsonView details = status["details"];
    if (details["retryAfterSeconds"].exists())
        error.retryAfterSeconds = int(std::clamp<qint64>(details["retryAfterSeconds"].integer(), 0, INT_MAX));
    details["causes"].forEach([&](const JsonView &cause) {
        error.causes += {plainText(cause["field"].string(), 500), plainText(cause["reason"].string(), 200),
                         plainText(cause["message"].string())};
    });
    if (error.kind == Error::Kind::Forbidden && isAdmissionRefusal(error.message))
        error.kind = Error::Kind::Invalid;
    if (error.kind == Error::Kind::Invalid && error.causes.isEmpty())
        error.causes = causesInMessage(error.message);
    if (error.message.isEmpty())
        error.message = error.reason.isEmpty() ? u"HTTP %1"_s.arg(error.httpStatus) : error.reason;
    return error;
}

Error errorFromStatus(int httpStatus, const QByteArray &body, const QString &context)
{
    JsonDocument document;
    const JsonView status = document.parse(std::string_view(body.constData(), size_t(body.size())));
    if (status["kind"].text() != "Status")
        return fromText(httpStatus, body, context);
    Error error = errorFromStatusObject(status, context);
    if (error.httpStatus != httpStatus) { // the head of the answer is what proxies and clients went by
        const bool refused = error.kind == Error::Kind::Invalid && httpStatus == 403;
        error.httpStatus = httpStatus;
        error.kind = refused ? Error::Kind::Invalid : kindOf(httpStatus, error.reason);
    }
    return error;
}

} // namespace k8s
