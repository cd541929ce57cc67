// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/yamlcolors.h"

#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace views {

namespace {

MakeYamlPainter loadLibrary()
{
    QLibrary library(QCoreApplication::applicationDirPath()
                     + QStringLiteral("/../" PILOTHOUSE_PLUGIN_FOLDER "/pilothouse-yaml"));
    const auto make = reinterpret_cast<MakeYamlPainter>(library.resolve(makeYamlPainterName));
    if (!make)
        qWarning("YAML has one colour only: %s", qPrintable(library.errorString()));
    return make;
}

YamlLook lookOf(const Tokens &tokens)
{
    return {.key = tokens.accent,
            .comment = tokens.muted,
            .string = tokens.series.value(2),
            .number = tokens.series.value(3),
            .special = tokens.warn,
            .text = tokens.text};
}

} // namespace

YamlColors::YamlColors(QTextDocument *document)
    : QObject(document)
    , m_document(document)
{
}

void YamlColors::begin()
{
    if (m_painter)
        return;
    static const MakeYamlPainter make = loadLibrary();
    if (!make)
        return;
    m_painter.reset(make(m_colored ? m_document : nullptr));
    if (m_tokens)
        setTokens(*m_tokens);
}

void YamlColors::setColored(bool colored)
{
    m_colored = colored;
    if (m_painter)
        m_painter->paint(colored ? m_document : nullptr);
}

void YamlColors::setTokens(const Tokens &tokens)
{
    m_tokens = &tokens;
    if (m_painter)
        m_painter->setLook(lookOf(tokens));
}

} // namespace views
