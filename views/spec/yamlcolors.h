// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/SyntaxHighlighter>

namespace views {

struct Tokens;

/// YAML in the colours of the program's own tokens: keys stand out, comments recede, red stays for what is wrong.
class YamlColors : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT
public:
    using KSyntaxHighlighting::SyntaxHighlighter::SyntaxHighlighter;

    /// Repaints the document; the tokens are kept by reference (they live as long as the program).
    void setTokens(const Tokens &tokens);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    const Tokens *m_tokens = nullptr;
};

} // namespace views
