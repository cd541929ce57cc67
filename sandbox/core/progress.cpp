// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/core/progress.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sandbox {

QByteArray toJsonLine(const Progress &progress)
{
    const QJsonObject line {{"step"_L1, progress.step}, {"title"_L1, progress.title},
                            {"done"_L1, progress.done}, {"total"_L1, progress.total},
                            {"text"_L1, progress.text}, {"expectedSeconds"_L1, progress.expectedSeconds}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

std::optional<Progress> parseProgress(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    Progress progress {.step = object["step"_L1].toString(),
                       .title = object["title"_L1].toString(),
                       .text = object["text"_L1].toString(),
                       .done = object["done"_L1].toInt(),
                       .total = qMax(1, object["total"_L1].toInt(1)),
                       .expectedSeconds = qMax(0, object["expectedSeconds"_L1].toInt())};
    if (progress.step.isEmpty())
        return std::nullopt;
    progress.done = qBound(0, progress.done, progress.total);
    return progress;
}

Reporter::Reporter(bool json)
    : m_json(json)
    , m_terminal(::isatty(STDOUT_FILENO) != 0)
{
}

void Reporter::report(const Progress &progress)
{
    if (m_json)
        return printLine(toJsonLine(progress));
    // Without a terminal only what is new is worth a line; on one, the counter moves in its place.
    const QString text
        = progress.title == progress.text ? progress.text : u"%1: %2"_s.arg(progress.title, progress.text);
    if (m_terminal) {
        std::fprintf(stdout, "\r\033[K[%3d %%] %s", progress.done * 100 / progress.total, qPrintable(text.left(110)));
        std::fflush(stdout);
    } else if (text.section(u':', 0, 1) != m_lastText) {
        m_lastText = text.section(u':', 0, 1);
        printLine(text.toUtf8());
    }
}

void Reporter::remark(const QString &text)
{
    if (m_json) {
        const QJsonObject line {{"step"_L1, "remark"_L1}, {"text"_L1, text}};
        return printLine(QJsonDocument(line).toJson(QJsonDocument::Compact));
    }
    if (m_terminal)
        std::fputs("\r\033[K", stdout);
    printLine(text.toUtf8());
}

void Reporter::ready(const QString &kubeconfig)
{
    if (m_json) {
        const QJsonObject line {{"step"_L1, "ready"_L1}, {"kubeconfig"_L1, kubeconfig}};
        return printLine(QJsonDocument(line).toJson(QJsonDocument::Compact));
    }
    if (m_terminal)
        std::fputs("\r\033[K", stdout);
    printLine("The sandbox is up. To use it from a shell:\n  export KUBECONFIG=" + kubeconfig.toUtf8());
}

void Reporter::finish()
{
    if (!m_json && m_terminal)
        std::fputc('\n', stdout);
    std::fflush(stdout);
}

void Reporter::failed(const Problem &problem)
{
    if (problem.text.isEmpty())
        return; // the exit code says it all
    if (m_json) {
        const QJsonObject line {{"step"_L1, "failed"_L1},
                                {"error"_L1, problem.text},
                                {"remedy"_L1, problem.remedy},
                                {"code"_L1, problem.code}};
        return printLine(QJsonDocument(line).toJson(QJsonDocument::Compact));
    }
    if (m_terminal)
        std::fputs("\r\033[K", stdout);
    std::fflush(stdout);
    std::fprintf(stderr, "pilothouse-sandbox: %s\n", qPrintable(problem.text));
    if (!problem.remedy.isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(problem.remedy));
}

void Reporter::printLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace sandbox
