// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/fuzzy.h"

namespace views {

namespace {

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(at).isUpper());
}

/// The next place for a letter: the start of a word if one follows, unless the letter continues a run.
qsizetype nextPlace(QStringView text, QChar letter, qsizetype from, bool inRun)
{
    qsizetype first = -1;
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text.at(at).toLower() != letter)
            continue;
        if (startsWord(text, at) || (inRun && at == from))
            return at;
        if (first < 0)
            first = at;
    }
    return first;
}

} // namespace

int fuzzyScore(QStringView typed, QStringView text, QList<int> *places)
{
    if (places)
        places->clear();
    int score = 0;
    qsizetype from = 0;
    bool inRun = false;
    if (const auto whole = text.indexOf(typed, 0, Qt::CaseInsensitive); whole >= 0 && !typed.isEmpty()) {
        for (qsizetype i = 0; places && i < typed.size(); ++i)
            places->append(int(whole + i));
        return 1000 + (startsWord(text, whole) ? 500 : 0) - int(qMin<qsizetype>(whole, 100))
            - int(qMin<qsizetype>(text.size(), 100));
    }
    for (const QChar typedLetter : typed) {
        if (typedLetter.isSpace())
            continue;
        const auto at = nextPlace(text, typedLetter.toLower(), from, inRun);
        if (at < 0)
            return -1;
        score += startsWord(text, at) ? 30 : 0;
        score += inRun && at == from ? 20 : 0;
        score -= int(qMin<qsizetype>(at - from, 10));
        if (places)
            places->append(int(at));
        inRun = true;
        from = at + 1;
    }
    return qMax(0, score + 100 - int(qMin<qsizetype>(text.size(), 100)));
}

} // namespace views
