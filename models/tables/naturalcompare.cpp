// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/resourcetable.h"

namespace models {
namespace {

bool isDigit(char16_t c) { return c >= u'0' && c <= u'9'; }

char16_t folded(char16_t c)
{
    return c < 128 ? (c >= u'A' && c <= u'Z' ? char16_t(c + 32) : c) : QChar(c).toCaseFolded().unicode();
}

/// Compares the digit runs that both texts are at, and moves past them.
int compareRuns(const char16_t *&left, const char16_t *leftEnd, const char16_t *&right, const char16_t *rightEnd)
{
    while (left != leftEnd && *left == u'0')
        ++left;
    while (right != rightEnd && *right == u'0')
        ++right;
    int first = 0;
    while (left != leftEnd && right != rightEnd && isDigit(*left) && isDigit(*right)) {
        if (first == 0)
            first = int(*left) - int(*right);
        ++left;
        ++right;
    }
    if (left != leftEnd && isDigit(*left))
        return 1;
    if (right != rightEnd && isDigit(*right))
        return -1;
    return first;
}

} // namespace

int naturalCompare(QStringView left, QStringView right)
{
    const char16_t *l = left.utf16(), *r = right.utf16();
    const char16_t *const lEnd = l + left.size(), *const rEnd = r + right.size();
    while (l != lEnd && r != rEnd) {
        if (isDigit(*l) && isDigit(*r)) {
            if (const int order = compareRuns(l, lEnd, r, rEnd))
                return order;
            continue;
        }
        if (const int order = int(folded(*l)) - int(folded(*r)))
            return order;
        ++l;
        ++r;
    }
    return l != lEnd ? 1 : r != rEnd ? -1 : 0;
}

QString naturalKey(QStringView text)
{
    QString key;
    key.reserve(text.size() + 4);
    for (qsizetype i = 0; i < text.size();) {
        const char16_t c = text[i].unicode();
        if (!isDigit(c)) {
            key.append(QChar(folded(c)));
            ++i;
            continue;
        }
        while (i < text.size() && text[i] == u'0')
            ++i;
        const qsizetype begin = i;
        while (i < text.size() && isDigit(text[i].unicode()))
            ++i;
        key.append(u'0'); // a run of digits: longer ones are greater, equally long ones compare digit by digit
        key.append(QChar(char16_t(i - begin)));
        key.append(text.sliced(begin, i - begin));
    }
    return key;
}

} // namespace models
