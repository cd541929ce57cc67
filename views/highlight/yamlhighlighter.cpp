// SPDX-License-Identifier: GPL-3.0-or-later
// A library of its own, loaded by views/theme/yamlcolors.cpp when YAML is first seen: KSyntaxHighlighting brings forty
// more libraries, whose loading would stand before the window's first picture (docs/adr/0006).
#include "views/theme/yamlpainter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <memory>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// Reading the index of all languages takes a while: all documents share it.
std::shared_ptr<KSyntaxHighlighting::Repository> sharedRepository()
{
    static std::weak_ptr<KSyntaxHighlighting::Repository> shared;
    auto repository = shared.lock();
    if (!repository)
        shared = repository = std::make_shared<KSyntaxHighlighting::Repository>();
    return repository;
}

/// The repository has to live longer than the highlighter that reads it: bases die in reverse order.
struct HoldsRepository
{
    std::shared_ptr<KSyntaxHighlighting::Repository> repository = sharedRepository();
};

class YamlHighlighter final : public YamlPainter, HoldsRepository, public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    explicit YamlHighlighter(QTextDocument *document)
    {
        setDefinition(repository->definitionForName(u"YAML"_s));
        setDocument(document);
    }

    void setLook(const YamlLook &look) override
    {
        m_look = look;
        rehighlight();
    }

    void paint(QTextDocument *document) override
    {
        if (this->document() != document)
            setDocument(document);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length == 0)
            return;
        QTextCharFormat look;
        look.setForeground(colorOf(format.textStyle()));
        setFormat(offset, length, look);
    }

private:
    QColor colorOf(KSyntaxHighlighting::Theme::TextStyle style) const
    {
        using Style = KSyntaxHighlighting::Theme::TextStyle;
        switch (style) {
        case Style::Function:
        case Style::DataType:
            return m_look.key;
        case Style::Comment:
            return m_look.comment;
        case Style::String:
        case Style::SpecialString:
            return m_look.string;
        case Style::DecVal:
        case Style::BaseN:
        case Style::Float:
        case Style::Constant:
            return m_look.number;
        case Style::Preprocessor:
        case Style::Others:
            return m_look.special;
        default:
            return m_look.text;
        }
    }

    YamlLook m_look;
};

} // namespace

} // namespace views

extern "C" Q_DECL_EXPORT views::YamlPainter *pilothouseYamlPainter(QTextDocument *document)
{
    return new views::YamlHighlighter(document);
}
