// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/yamlpainter.h"

#include <QObject>

#include <memory>

class QTextDocument;

namespace views {

struct Tokens;

/// YAML in the colours of the program's own tokens: keys stand out, comments recede, red stays for what is wrong.
/// Belongs to the document. The work is done by a library of its own (views/highlight, docs/adr/0006); where that is
/// missing the text has one colour and a warning is logged.
class YamlColors : public QObject
{
    Q_OBJECT
public:
    explicit YamlColors(QTextDocument *document);

    /// The document is seen now: loads the library, which takes some 20 ms the first time, and colours the text.
    void begin();
    /// Repaints the document; the tokens are kept by reference (they live as long as the program).
    void setTokens(const Tokens &tokens);

private:
    void fit();

    QTextDocument *m_document;
    const Tokens *m_tokens = nullptr;
    std::unique_ptr<YamlPainter> m_painter;
};

} // namespace views
