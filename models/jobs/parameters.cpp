// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/parameters.h"

using namespace Qt::StringLiterals;

namespace models {
namespace {

/// The steps of every pod template that tell nothing.
QString shortened(QString path) { return path.replace(".template.spec.containers."_L1, "."_L1); }

class Flattener
{
public:
    QList<SpecParameter> take(const k8s::JsonView &spec)
    {
        object(spec, {});
        return m_found;
    }

private:
    void add(const QString &path, const QString &value) { m_found.append({shortened(path), value}); }

    void object(const k8s::JsonView &view, const QString &path)
    {
        view.forEachMember([&](std::string_view rawKey, const k8s::JsonView &value) {
            const QString key = QString::fromUtf8(rawKey.data(), qsizetype(rawKey.size()));
            const QString here = path.isEmpty() ? key : path + u'.' + key;
            if ((key == "args"_L1 || key == "command"_L1) && value.isArray())
                words(value, here);
            else
                this->value(value, here);
        });
    }

    void value(const k8s::JsonView &view, const QString &path)
    {
        if (view.isObject() && view.size() > 0)
            return object(view, path);
        if (!view.isArray())
            return add(path, view.isObject() ? u"{}"_s : scalar(view));
        int index = 0;
        view.forEach([&](const k8s::JsonView &element) {
            const QString name = element["name"].string();
            const QString here = path + u'.' + (name.isEmpty() ? QString::number(index) : name);
            ++index;
            if (!name.isEmpty() && element["value"].exists() && element.size() == 2)
                add(here, scalar(element["value"])); // an env entry
            else
                value(element, here);
        });
    }

    static QString scalar(const k8s::JsonView &view)
    {
        const std::string_view text = view.text();
        return text.empty() ? QString::fromUtf8(view.toJson()) : QString::fromUtf8(text.data(), qsizetype(text.size()));
    }

    void words(const k8s::JsonView &list, const QString &path)
    {
        QStringList all, plain;
        list.forEach([&all](const k8s::JsonView &word) { all.append(word.string()); });
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QString &word = all[i];
            if (!word.startsWith("--"_L1) || word.contains(u'\n')) {
                plain.append(word);
                continue;
            }
            const qsizetype equals = word.indexOf(u'=');
            const bool valueFollows = equals < 0 && i + 1 < all.size() && !all[i + 1].startsWith(u'-');
            add(path + u' ' + word.left(equals < 0 ? word.size() : equals),
                equals >= 0        ? word.mid(equals + 1)
                    : valueFollows ? all[i + 1]
                                   : u"✓"_s);
            i += valueFollows;
        }
        if (!plain.isEmpty())
            add(path, plain.join(u' '));
    }

    QList<SpecParameter> m_found;
};

} // namespace

QList<SpecParameter> specParameters(const k8s::JsonView &job) { return Flattener().take(job["spec"]); }

} // namespace models
