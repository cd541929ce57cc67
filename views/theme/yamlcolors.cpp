// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/yamlcolors.h"

#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// Colours are made for every line at once: of a longer text they would stop the window. It has one colour, as has a
/// text with a line that no person wrote.
constexpr int mostColoredLines = 5000;
constexpr int longestColoredLine = 5000;

bool isColorable(const QTextDocument &document)
{
    if (document.blockCount() - 1 > mostColoredLines)
        return false;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.length() > longestColoredLine)
            return false;
    }
    return true;
}

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
    // Before the painter hears of the change: this connection is the older one.
    connect(document, &QTextDocument::contentsChange, this, &YamlColors::fit);
}

void YamlColors::begin()
{
    if (m_painter)
        return;
    static const MakeYamlPainter make = loadLibrary();
    if (!make)
        return;
    m_painter.reset(make(nullptr));
    fit();
    if (m_tokens)
        setTokens(*m_tokens);
}

void YamlColors::fit()
{
    if (m_painter)
        m_painter->paint(isColorable(*m_document) ? m_document : nullptr);
}

void YamlColors::setTokens(const Tokens &tokens)
{
    m_tokens = &tokens;
    if (m_painter)
        m_painter->setLook(lookOf(tokens));
}

} // namespace views
