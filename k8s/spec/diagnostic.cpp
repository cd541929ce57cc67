// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/diagnostic.h"

namespace k8s {

QString fill(const QString &format, const QStringList &arguments)
{
    QString text;
    text.reserve(format.size() + 32);
    for (qsizetype i = 0; i < format.size(); ++i) {
        const bool place = format[i] == u'%' && i + 1 < format.size() && format[i + 1].isDigit();
        const int number = place ? format[i + 1].digitValue() : 0;
        if (number >= 1 && number <= arguments.size()) {
            text += arguments[number - 1];
            ++i;
        } else {
            text += format[i];
        }
    }
    return text;
}

QString Message::text() const { return fill(QString::fromUtf8(format), arguments); }

} // namespace k8s
