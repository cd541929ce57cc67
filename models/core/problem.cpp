// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/problem.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace models {
namespace {

struct ProblemText
{
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty() ? sentence + u'.' : sentence + u": "_s + detail;
}

Problem unreachable(const k8s::Error &error)
{
    if (error.reason == "OutcomeUnknown"_L1)
        return {
            withDetail(ProblemText::tr("The connection broke while the cluster was changing something"), error.message),
            ProblemText::tr("Look whether the object is there before you try again.")};
    if (error.reason == "UnknownHost"_L1 || error.message.contains("resolve"_L1, Qt::CaseInsensitive))
        return {withDetail(ProblemText::tr("The cluster's name cannot be resolved"), error.message),
                ProblemText::tr("Check the server address in the kubeconfig, the network and the VPN.")};
    if (error.reason == "Refused"_L1 || error.message.contains("refused"_L1, Qt::CaseInsensitive)
        || error.message.contains("connect to server"_L1, Qt::CaseInsensitive))
        return {withDetail(ProblemText::tr("The cluster refused the connection"), error.message),
                ProblemText::tr("Check that the cluster is running, or start the sandbox.")};
    return {withDetail(ProblemText::tr("The cluster cannot be reached"), error.message),
            ProblemText::tr("Check the network; it is tried again by itself.")};
}

Problem tls(const k8s::Error &error)
{
    if (error.reason.startsWith("ClientCertificate"_L1))
        return {withDetail(ProblemText::tr("The cluster does not accept your client certificate"), error.message),
                ProblemText::tr("It may have expired: log in again, or fetch the kubeconfig again.")};
    if (error.reason == "CertificateNotYetValid"_L1)
        return {withDetail(ProblemText::tr("The cluster's certificate is not valid yet"), error.message),
                ProblemText::tr("Check this computer's clock.")};
    if (error.reason == "NotTls"_L1)
        return {withDetail(ProblemText::tr("The server does not speak TLS"), error.message),
                ProblemText::tr(
                    "Check the server address in the kubeconfig: is it http instead of https, or another port?")};
    if (error.reason == "CertificateExpired"_L1 || error.message.contains("expired"_L1, Qt::CaseInsensitive))
        return {withDetail(ProblemText::tr("The cluster's certificate has expired"), error.message),
                ProblemText::tr("Renew the certificate, or check this computer's clock.")};
    if (error.reason == "WrongName"_L1 || error.message.contains("subject name"_L1, Qt::CaseInsensitive)
        || error.message.contains("hostname"_L1))
        return {withDetail(ProblemText::tr("The cluster's certificate is for another name"), error.message),
                ProblemText::tr("Use the name that the certificate names as server address, or set tls-server-name.")};
    return {
        withDetail(ProblemText::tr("The cluster's certificate is not trusted"), error.message),
        ProblemText::tr(
            "The certificate authority in the kubeconfig is not the one that signed it: fetch the kubeconfig again.")};
}

Problem forbidden(const k8s::Error &error)
{
    static const QRegularExpression words(
        uR"re(User "([^"]*)" cannot (\S+) resource "([^"]*)"(?: in API group "([^"]*)")?(?: in the namespace "([^"]*)")?)re"_s);
    const auto match = words.match(error.message);
    if (!match.hasMatch())
        return {withDetail(ProblemText::tr("The cluster does not allow this"), error.message),
                ProblemText::tr("Ask the cluster's administrator for the right, or use another context.")};
    const QString resource
        = match.captured(4).isEmpty() ? match.captured(3) : match.captured(3) + u'.' + match.captured(4);
    const QString sentence = match.captured(5).isEmpty()
        ? ProblemText::tr("%1 may not %2 %3 in the whole cluster.").arg(match.captured(1), match.captured(2), resource)
        : ProblemText::tr("%1 may not %2 %3 in namespace %4.")
              .arg(match.captured(1), match.captured(2), resource, match.captured(5));
    return {
        sentence,
        match.captured(5).isEmpty()
            ? ProblemText::tr("Choose one namespace, or ask for a ClusterRole with the verb %1.").arg(match.captured(2))
            : ProblemText::tr("Ask for a Role with the verb %1, or use another namespace or context.")
                  .arg(match.captured(2))};
}

Problem conflict(const k8s::Error &error)
{
    if (error.reason == "AlreadyExists"_L1)
        return {withDetail(ProblemText::tr("An object of this name exists already"), error.message),
                ProblemText::tr("Choose another name, or delete the old one first.")};
    return {withDetail(ProblemText::tr("Somebody else changed the object meanwhile"), error.message),
            ProblemText::tr("Look at the new state and try again.")};
}

QString causesText(const k8s::Error &error)
{
    QStringList lines;
    for (const auto &cause : error.causes)
        lines += cause.field.isEmpty() ? cause.message : cause.field + u": "_s + cause.message;
    return lines.isEmpty() ? error.message : lines.join("; "_L1);
}

Problem webhookRefusal(const QRegularExpressionMatch &match)
{
    return {withDetail(ProblemText::tr("The admission webhook %1 refused the object").arg(match.captured(1)),
                       match.captured(2)),
            ProblemText::tr("Correct what it names and try again; nothing was changed in the cluster.")};
}

Problem server(const k8s::Error &error)
{
    static const QRegularExpression failedWebhook(uR"re(failed calling webhook "([^"]*)": (.*))re"_s,
                                                  QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = failedWebhook.match(error.message); match.hasMatch())
        return {withDetail(ProblemText::tr("The admission webhook %1 does not answer").arg(match.captured(1)),
                           match.captured(2)),
                ProblemText::tr("The operator that serves it is not ready: look at its pods and try again.")};
    return {withDetail(ProblemText::tr("The cluster failed to answer (HTTP %1)").arg(error.httpStatus), error.message),
            ProblemText::tr("It is tried again by itself; if it stays so, look at the API server's log.")};
}

Problem requestProblem(const k8s::Error &error)
{
    using Kind = k8s::Error::Kind;
    static const QRegularExpression webhook(uR"re(admission webhook "([^"]*)" denied the request: ?(.*))re"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = webhook.match(error.message); match.hasMatch())
        return webhookRefusal(match);
    switch (error.kind) {
    case Kind::Unauthorized:
        return {withDetail(ProblemText::tr("The cluster does not accept these credentials"), error.message),
                ProblemText::tr("The token may have expired: log in again and reload the kubeconfig.")};
    case Kind::Forbidden:
        return forbidden(error);
    case Kind::NotFound:
        return {withDetail(ProblemText::tr("It is not there"), error.message),
                ProblemText::tr("It may have been deleted, or the cluster does not have this kind installed.")};
    case Kind::Conflict:
        return conflict(error);
    case Kind::Invalid:
        return {withDetail(ProblemText::tr("The cluster found the object invalid"), causesText(error)),
                ProblemText::tr("Correct the fields it names and try again.")};
    case Kind::Expired:
        return {withDetail(ProblemText::tr("The cluster no longer has that version"), error.message),
                ProblemText::tr("The list is read again by itself.")};
    case Kind::TooManyRequests:
        return {withDetail(ProblemText::tr("The cluster asks for fewer requests"), error.message),
                ProblemText::tr("It is tried again by itself after a pause.")};
    default:
        return server(error);
    }
}

} // namespace

Problem describe(const k8s::Error &error)
{
    using Kind = k8s::Error::Kind;
    switch (error.kind) {
    case Kind::Cancelled:
        return {ProblemText::tr("It was cancelled."), {}};
    case Kind::Config:
        return {withDetail(ProblemText::tr("The configuration is wrong"), error.message),
                ProblemText::tr("Correct it in %1.").arg(error.context.isEmpty() ? u"kubeconfig"_s : error.context)};
    case Kind::Unreachable:
        return unreachable(error);
    case Kind::Timeout:
        return {withDetail(ProblemText::tr("The cluster took too long to answer"), error.message),
                ProblemText::tr("Check the network; it is tried again by itself.")};
    case Kind::Tls:
        return tls(error);
    case Kind::Protocol:
        return {withDetail(ProblemText::tr("What answered is not a Kubernetes API server"), error.message),
                ProblemText::tr(
                    "Check the server address in the kubeconfig: a proxy or a login page may stand in between.")};
    case Kind::Io:
        return {withDetail(ProblemText::tr("A file could not be read or written"), error.message),
                ProblemText::tr("Check that the disk has room and that the file may be accessed.")};
    case Kind::Parse:
        return {withDetail(ProblemText::tr("The text cannot be read"), error.message),
                ProblemText::tr("Correct it and try again.")};
    default:
        return requestProblem(error);
    }
}

} // namespace models
