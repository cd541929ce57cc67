// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/specmutations.h"

#include <QRegularExpression>
#include <QStringList>

namespace tests {

using namespace Qt::StringLiterals;

namespace {

struct Mutation
{
    const char *name;
    const char *replacement; ///< of "\1\2: \3": indentation with dash, key, value
};

constexpr Mutation mutations[] {
    {"key misspelt", "\\1\\2x: \\3"},
    {"key in capitals", "\\1X\\2: \\3"},
    {"a map instead", "\\1\\2: {a: b}"},
    {"a list instead", "\\1\\2: [a]"},
    {"a word instead", "\\1\\2: Some_Words"},
    {"a number instead", "\\1\\2: -7"},
    {"true instead", "\\1\\2: true"},
    {"nothing instead", "\\1\\2: null"},
    {"an empty string instead", "\\1\\2: \"\""},
};

} // namespace

QList<SpecCase> mutationsOf(const QString &name, const QString &text)
{
    QList<SpecCase> cases;
    QStringList lines = text.split(u'\n');
    static const QRegularExpression keyed(u"^( *(?:- )?)([A-Za-z./-]+):(?: ([^#]*?))?( #.*)?$"_s);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString original = lines[i];
        const auto match = keyed.match(original);
        // The kind is what a mutation is judged by, and what is inside a block is text.
        if (!match.hasMatch() || match.captured(2) == "kind"_L1 || match.captured(2) == "apiVersion"_L1
            || match.captured(3) == "|"_L1)
            continue;
        if (i > 0 && lines[i - 1].trimmed().endsWith(u'|'))
            break;
        const bool scalar = !match.captured(3).isEmpty();
        for (const Mutation &mutation : mutations) {
            QString changed = QString::fromUtf8(mutation.replacement);
            const bool keepsValue = changed.contains(u"\\3"_s);
            if (!scalar && !keepsValue)
                continue;
            changed.replace(u"\\1"_s, match.captured(1))
                .replace(u"\\2"_s, match.captured(2))
                .replace(u"\\3"_s, match.captured(3));
            lines[i] = changed;
            cases.append(
                {u"%1:%2 %3 %4"_s.arg(name).arg(i + 1).arg(match.captured(2), QString::fromUtf8(mutation.name)),
                 lines.join(u'\n')});
        }
        if (scalar && !match.captured(1).contains(u'-')) {
            QStringList fewer = lines;
            fewer.removeAt(i);
            cases.append({u"%1:%2 %3 left out"_s.arg(name).arg(i + 1).arg(match.captured(2)), fewer.join(u'\n')});
        }
        lines[i] = original;
    }
    return cases;
}

QList<SpecCase> variantsOf(const QString &name, const QString &text)
{
    QList<SpecCase> cases;
    const auto add = [&](const char *what, const QRegularExpression &search, const QString &replacement) {
        QString changed = text;
        const auto match = search.match(text);
        if (!match.hasMatch())
            return;
        QString put = replacement;
        put.replace(u"\\1"_s, match.captured(1));
        changed.replace(match.capturedStart(), match.capturedLength(), put);
        cases.append({name + u": "_s + QString::fromUtf8(what), changed});
    };
    const auto line = [](const char *pattern) {
        return QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::MultilineOption);
    };
    add("another name", line("^  name: .*$"), u"  name: a-second-one"_s);
    add("a short name", line("^  name: .*$"), u"  name: x"_s);
    if (!text.contains(u"\n  labels:"_s))
        add("a label", line("^metadata:$"),
            u"metadata:\n  labels: {team: vision, \"example.com/cost-centre\": \"42\"}"_s);
    if (!text.contains(u"\n  annotations:"_s))
        add("an annotation", line("^(  name: .*)$"),
            u"\\1\n  annotations: {example.com/note: \"free text, as long as it likes\"}"_s);
    // Both everywhere, for a request must stay within its limit.
    const auto everywhere = [&](const char *what, const QRegularExpression &search, const QString &replacement) {
        if (QString changed = text; changed.replace(search, replacement) != text)
            cases.append({name + u": "_s + QString::fromUtf8(what), changed});
    };
    everywhere("more memory", line("memory: [0-9]+(?:Gi|Mi)"), u"memory: 3000Mi"_s);
    everywhere("CPU as a number", line("cpu: [^,}\\n]+"), u"cpu: 2"_s);
    add("more replicas", line("replicas: 2"), u"replicas: 3"_s);
    add("JSON strings", line("^(kind): (?=[A-Z])"), u"\"kind\": "_s);
    return cases;
}

} // namespace tests
