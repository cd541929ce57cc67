// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/specfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

namespace views {

using models::Problem;

namespace {

struct SpecFileText
{
    Q_DECLARE_TR_FUNCTIONS(SpecFile)
};

constexpr qint64 largest = qint64(4) << 20;

} // namespace

Problem refusalOf(const QString &text)
{
    int line = 1;
    for (qsizetype start = 0; start <= text.size(); ++line) {
        const qsizetype end = text.indexOf(u'\n', start);
        const qsizetype length = (end < 0 ? text.size() : end) - start;
        if (length > longestSpecLine)
            return {SpecFileText::tr("Line %1 has %L2 characters: no spec is written like that.").arg(line).arg(length),
                    SpecFileText::tr("Put data into an image or a volume, or break the line.")};
        if (end < 0)
            break;
        start = end + 1;
    }
    if (line > mostSpecLines)
        return {SpecFileText::tr("The text has %L1 lines; the studio shows %L2 at most.").arg(line).arg(mostSpecLines),
                SpecFileText::tr("Open a part of it, or check it whole with “pilothouse validate”.")};
    return {};
}

std::expected<QString, Problem> readSpecFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem {SpecFileText::tr("%1 cannot be read: %2.").arg(name, file.errorString()), {}});
    if (file.size() > largest)
        return std::unexpected(Problem {SpecFileText::tr("%1 is larger than 4 MiB.").arg(name),
                                        SpecFileText::tr("Put data into an image or a volume.")});
    const QByteArray bytes = file.read(largest);
    QStringDecoder decoder(QStringDecoder::Utf8); // takes a byte order mark away
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::unexpected(Problem {SpecFileText::tr("%1 is not written in UTF-8.").arg(name),
                                        SpecFileText::tr("Save it as UTF-8 first.")});
    if (const Problem problem = refusalOf(text); !problem.isEmpty())
        return std::unexpected(problem);
    return text;
}

} // namespace views
