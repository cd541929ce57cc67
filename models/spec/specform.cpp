// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/specform.h"

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

const FormField *SpecForm::field(const QString &path) const
{
    for (const FormSection &section : sections) {
        const auto found = std::ranges::find(section.fields, path, &FormField::path);
        if (found != section.fields.end())
            return &*found;
    }
    return nullptr;
}

bool splitWords(const QString &line, QStringList &words)
{
    words.clear();
    QString word;
    QChar quote;
    bool begun = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'\\' && quote != u'\'' && i + 1 < line.size()) {
            word += line[++i];
            begun = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            begun = true;
        } else if (c.isSpace()) {
            if (begun)
                words.append(std::exchange(word, {}));
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun)
        words.append(word);
    return quote.isNull();
}

QString joinWords(const QStringList &words)
{
    QStringList parts;
    for (const QString &word : words) {
        const bool plain = !word.isEmpty()
            && std::ranges::none_of(word, [](QChar c) { return c.isSpace() || c == u'"' || c == u'\'' || c == u'\\'; });
        if (plain) {
            parts.append(word);
        } else if (!word.contains(u'\'')) {
            parts.append(u'\'' + word + u'\'');
        } else {
            QString escaped = word;
            escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
            parts.append(u'"' + escaped + u'"');
        }
    }
    return parts.join(u' ');
}

} // namespace models
