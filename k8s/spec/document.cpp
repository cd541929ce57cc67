// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/document.h"

#include "k8s/spec/guards.h"
#include "k8s/spec/treebuilder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <spanstream>

namespace k8s {

namespace {

struct Translation
{
    std::string_view original;
    const char *sentence;
    const char *remedy;
};

/// What the parser says, in words that help.
constexpr std::array translations {
    Translation {"bad file", QT_TRANSLATE_NOOP("Diagnostic", "The text is nested too deeply."), ""},
    Translation {"illegal map value",
                 QT_TRANSLATE_NOOP("Diagnostic", "A colon makes a key here, where none can stand."),
                 QT_TRANSLATE_NOOP("Diagnostic", "Check the indentation, or put text that holds \": \" in quotes.")},
    Translation {"end of map not found", QT_TRANSLATE_NOOP("Diagnostic", "A map does not end properly here."),
                 QT_TRANSLATE_NOOP("Diagnostic", "Fields of one map must start in the same column.")},
    Translation {"end of map flow not found", QT_TRANSLATE_NOOP("Diagnostic", "The closing brace } is missing."), ""},
    Translation {"end of sequence not found", QT_TRANSLATE_NOOP("Diagnostic", "A list does not end properly here."),
                 QT_TRANSLATE_NOOP("Diagnostic", "Entries of one list must start in the same column.")},
    Translation {"end of sequence flow not found", QT_TRANSLATE_NOOP("Diagnostic", "The closing bracket ] is missing."),
                 ""},
    Translation {"illegal block entry",
                 QT_TRANSLATE_NOOP("Diagnostic", "A dash makes a list entry here, where none can stand."),
                 QT_TRANSLATE_NOOP("Diagnostic", "Put each entry in a line of its own.")},
    Translation {"illegal EOF in scalar", QT_TRANSLATE_NOOP("Diagnostic", "The closing quote is missing."), ""},
    Translation {"illegal document indicator in scalar",
                 QT_TRANSLATE_NOOP("Diagnostic", "The closing quote is missing."), ""},
    Translation {"unknown token", QT_TRANSLATE_NOOP("Diagnostic", "This character cannot start a value."),
                 QT_TRANSLATE_NOOP("Diagnostic", "Put the value in quotes.")},
    Translation {
        "unknown escape character: ", QT_TRANSLATE_NOOP("Diagnostic", "There is no such escape in double quotes."),
        QT_TRANSLATE_NOOP("Diagnostic", "Write two backslashes, or use single quotes.")},
    Translation {"illegal tab when looking for indentation",
                 QT_TRANSLATE_NOOP("Diagnostic", "A tab indents this line; YAML allows spaces only."),
                 QT_TRANSLATE_NOOP("Diagnostic", "Replace the tab by spaces.")},
    Translation {"the referenced anchor is not defined",
                 QT_TRANSLATE_NOOP("Diagnostic", "No anchor of this name stands above."),
                 QT_TRANSLATE_NOOP("Diagnostic", "Put text that starts with an asterisk in quotes.")},
    Translation {"a single-quoted or double-quoted scalar", "", ""},
};

Diagnostic diagnosticOf(const YAML::Exception &error, qsizetype base, qsizetype end)
{
    const qsizetype at = error.mark.pos >= 0 ? base + error.mark.pos : base;
    Diagnostic diagnostic {.id = "yaml/syntax", .offset = std::clamp(at, base, end), .length = 1};
    const auto known = std::ranges::find_if(translations, [&](const Translation &translation) {
        return std::string_view(error.msg).starts_with(translation.original) && *translation.sentence;
    });
    if (known != translations.end()) {
        diagnostic.message.format = known->sentence;
        diagnostic.remedy.format = known->remedy;
    } else {
        diagnostic.message
            = {QT_TRANSLATE_NOOP("Diagnostic", "This is not YAML: %1."), {QString::fromStdString(error.msg)}};
    }
    return diagnostic;
}

} // namespace

/// Fills a SpecText, document by document.
class SpecParser
{
public:
    SpecParser(SpecText &text, const SpecLimits &limits, const std::function<bool()> &cancelled)
        : m_text(text)
        , m_budget {.limits = limits, .cancelled = cancelled}
    {
    }

    void parse()
    {
        const QByteArrayView utf8 = m_text.m_utf8;
        for (const auto &refused : {refuseBytes(utf8, m_budget.limits), refuseNesting(utf8, m_budget.limits)}) {
            if (refused) {
                m_text.m_diagnostics.append(*refused);
                return;
            }
        }
        const std::vector<TextSlice> slices = splitDocuments(utf8);
        if (int(slices.size()) > m_budget.limits.documents) {
            m_text.m_diagnostics.append(
                {.id = "yaml/too-many-documents",
                 .offset = slices[size_t(m_budget.limits.documents)].offset,
                 .length = 3,
                 .message = {QT_TRANSLATE_NOOP("Diagnostic", "The text holds %1 documents; %2 are read."),
                             {QString::number(slices.size()), QString::number(m_budget.limits.documents)}}});
            return;
        }
        m_text.m_parts.reserve(slices.size());
        for (const TextSlice &slice : slices)
            parsePart(slice);
    }

private:
    void parsePart(const TextSlice &slice)
    {
        SpecPart &part = m_text.m_parts.emplace_back();
        part.m_offset = slice.offset;
        part.m_length = slice.length;
        const QByteArrayView whole = m_text.m_utf8;
        TreeBuilder builder(whole, slice.offset, part.m_nodes, m_budget, m_text.m_diagnostics);
        try {
            const QByteArrayView bytes = whole.sliced(slice.offset, slice.length);
            std::ispanstream stream(std::span(bytes.data(), size_t(bytes.size())));
            YAML::Parser parser(stream);
            parser.HandleNextDocument(builder);
        } catch (const ParsingStopped &) {
            part.m_broken = true;
        } catch (const YAML::Exception &error) {
            part.m_broken = true;
            const qsizetype end = slice.offset + slice.length;
            m_text.m_diagnostics.append(preciser(diagnosticOf(error, slice.offset, end), slice));
        }
    }

    /// The parser complains where it gives up; a tab before that place is the cause as a rule.
    Diagnostic preciser(Diagnostic diagnostic, const TextSlice &slice) const
    {
        const QByteArrayView whole = m_text.m_utf8;
        const int last = m_text.m_index.lineOf(diagnostic.offset);
        const int first = std::max(m_text.m_index.lineOf(slice.offset), last - 1);
        for (int line = first; line <= last; ++line) {
            const QByteArrayView text = m_text.m_index.line(line);
            const auto content = std::ranges::find_if(text, [](char c) { return c != ' ' && c != '\t'; });
            const auto tab = std::find(text.begin(), content, '\t');
            if (tab == content || content == text.end() || *content == '#')
                continue;
            diagnostic.id = "yaml/tab";
            diagnostic.offset = m_text.m_index.lineStart(line) + (tab - text.begin());
            diagnostic.message = {QT_TRANSLATE_NOOP("Diagnostic", "A tab indents this line; YAML allows spaces only.")};
            diagnostic.remedy = {QT_TRANSLATE_NOOP("Diagnostic", "Replace the tab by spaces.")};
            break;
        }
        if (diagnostic.offset >= whole.size() && diagnostic.offset > 0)
            diagnostic.offset = whole.size() - 1;
        return diagnostic;
    }

    SpecText &m_text;
    TreeBuilder::Budget m_budget;
};

bool SpecText::hasErrors() const
{
    return std::ranges::any_of(
        m_diagnostics, [](const Diagnostic &diagnostic) { return diagnostic.severity == Diagnostic::Severity::Error; });
}

std::shared_ptr<const SpecText> parseSpec(const QByteArray &utf8, const SpecLimits &limits,
                                          const std::function<bool()> &cancelled)
{
    const std::shared_ptr<SpecText> text(new SpecText);
    text->m_utf8 = utf8;
    text->m_index = TextIndex(text->m_utf8);
    SpecParser(*text, limits, cancelled).parse();
    return text;
}

} // namespace k8s
