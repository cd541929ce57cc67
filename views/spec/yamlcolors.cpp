// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/spec/yamlcolors.h"

#include "views/theme/theme.h"

#include <KSyntaxHighlighting/Format>

namespace views {

void YamlColors::setTokens(const Tokens &tokens)
{
    m_tokens = &tokens;
    rehighlight();
}

void YamlColors::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    using Style = KSyntaxHighlighting::Theme::TextStyle;
    if (!m_tokens || length == 0)
        return;
    QTextCharFormat look;
    switch (format.textStyle()) {
    case Style::Function:
    case Style::DataType:
        look.setForeground(m_tokens->accent);
        break;
    case Style::Comment:
        look.setForeground(m_tokens->muted);
        break;
    case Style::String:
    case Style::SpecialString:
        look.setForeground(m_tokens->series.value(2));
        break;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant:
        look.setForeground(m_tokens->series.value(3));
        break;
    case Style::Preprocessor:
    case Style::Others:
        look.setForeground(m_tokens->warn);
        break;
    default:
        look.setForeground(m_tokens->text);
    }
    setFormat(offset, length, look);
}

} // namespace views
