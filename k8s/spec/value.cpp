// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/value.h"

#include <QStringList>

namespace k8s {

SpecValue SpecValue::operator[](std::string_view key) const
{
    if (!isMap())
        return {};
    for (std::int32_t i = node().firstChild; i >= 0; i = (*m_nodes)[size_t(i)].next) {
        if ((*m_nodes)[size_t(i)].key == key)
            return {m_nodes, i};
    }
    return {};
}

SpecValue SpecValue::at(std::int32_t index) const
{
    for (SpecValue child : *this) {
        if (index-- == 0)
            return child;
    }
    return {};
}

SpecValue SpecValue::find(std::string_view dottedPath) const
{
    SpecValue value = *this;
    while (value && !dottedPath.empty()) {
        const size_t dot = dottedPath.find('.');
        value = value[dottedPath.substr(0, dot)];
        dottedPath = dot == std::string_view::npos ? std::string_view() : dottedPath.substr(dot + 1);
    }
    return value;
}

double SpecValue::number(double otherwise) const
{
    if (kind() == Kind::Integer)
        return double(node().integer);
    return kind() == Kind::Float ? node().number : otherwise;
}

int SpecValue::indexInParent() const
{
    int index = 0;
    for (SpecValue sibling : parent()) {
        if (sibling == *this)
            return index;
        ++index;
    }
    return -1;
}

QString SpecValue::path() const
{
    QStringList steps;
    for (SpecValue value = *this; value.exists() && value.parent().exists(); value = value.parent()) {
        if (value.parent().isList())
            steps.prepend(QStringLiteral("[%1]").arg(value.indexInParent()));
        else if (value.key().find('.') != std::string_view::npos)
            steps.prepend(QStringLiteral("[%1]").arg(value.keyString()));
        else
            steps.prepend(QStringLiteral(".") + value.keyString());
    }
    const QString path = steps.join(QString());
    return path.startsWith(u'.') ? path.mid(1) : path;
}

} // namespace k8s
