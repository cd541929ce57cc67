// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/plaintext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

bool isControl(QChar c)
{
    const auto u = c.unicode();
    return (u < 0x20 && u != '\n' && u != '\t') || (u >= 0x7f && u < 0xa0);
}

bool isMisleading(QChar c)
{
    const auto u = c.unicode();
    return (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || (u >= 0x200b && u <= 0x200f) || u == 0x2028
        || u == 0x2029 || u == 0x2060 || u == 0xfeff || u == 0x061c;
}

}

QString plainText(QStringView text, qsizetype limit)
{
    QString plain;
    plain.reserve(qMin(text.size(), limit));
    for (const QChar c : text) {
        if (plain.size() >= limit) {
            plain.truncate(limit);
            return plain + u'…';
        }
        if (isMisleading(c))
            plain += u"<U+%1>"_s.arg(c.unicode(), 4, 16, QChar(u'0')).toUpper();
        else if (!isControl(c))
            plain += c;
    }
    return plain;
}

QString plainText(QByteArrayView utf8, qsizetype limit)
{
    // At most three bytes a character of UTF-16: no need to decode more than can be shown.
    return plainText(QString::fromUtf8(utf8.first(qMin(utf8.size(), limit * 3 + 3))), limit);
}

QString textOfHtml(QByteArrayView html, qsizetype limit)
{
    static const QRegularExpression invisible(u"<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->"_s,
                                              QRegularExpression::CaseInsensitiveOption
                                                  | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression title(u"<title[^>]*>([^<]*)</title"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString text = QString::fromUtf8(html.first(qMin<qsizetype>(html.size(), 16384)));
    const QString named = title.match(text).captured(1).simplified();
    text.replace(invisible, u" "_s).replace(tag, u" "_s);
    text.replace("&lt;"_L1, "<"_L1)
        .replace("&gt;"_L1, ">"_L1)
        .replace("&quot;"_L1, "\""_L1)
        .replace("&amp;"_L1, "&"_L1);
    text = text.simplified();
    if (!named.isEmpty() && !text.startsWith(named))
        text = text.isEmpty() ? named : named + ": "_L1 + text;
    return plainText(text, limit);
}

} // namespace k8s
