// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobs/yamltext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace models {
namespace {

using Skip = std::function<bool(const QString &path)>;

bool readsAsText(const QString &text)
{
    static const QRegularExpression plain(
        uR"re(^(?:[A-Za-z_/]|-(?=[A-Za-z-])|\.(?=[/.A-Za-z_]))(?:[A-Za-z0-9_./ ()+=@,;%~!?&*'<>|$^-]|:(?=\S))*$)re"_s);
    static const QRegularExpression word(uR"(^(?:true|false|yes|no|on|off|y|n|null|\.(?:inf|nan))$)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return plain.match(text).hasMatch() && !word.match(text).hasMatch() && !text.endsWith(u' ') && text != "."_L1;
}

class Emitter
{
public:
    explicit Emitter(Skip skip)
        : m_skip(std::move(skip))
    {
    }

    QString emitted(const k8s::JsonView &object)
    {
        members(object, {}, 0, false);
        return m_out;
    }

private:
    void indent(int depth) { m_out += QString(depth * 2, u' '); }

    void members(const k8s::JsonView &object, const QString &path, int depth, bool firstIsIndented)
    {
        object.forEachMember([&](std::string_view rawKey, const k8s::JsonView &value) {
            const QString key = QString::fromUtf8(rawKey.data(), qsizetype(rawKey.size()));
            const QString here = path.isEmpty() ? key : path + u'/' + key;
            if (m_skip(here))
                return;
            if (!std::exchange(firstIsIndented, false))
                indent(depth);
            m_out += scalarKey(key) + u':';
            valueOf(value, here, depth);
        });
    }

    static QString scalarKey(const QString &key) { return readsAsText(key) ? key : quoted(key); }

    void valueOf(const k8s::JsonView &value, const QString &path, int depth)
    {
        if (value.isObject() && value.size() > 0) {
            m_out += u'\n';
            members(value, path, depth + 1, false);
        } else if (value.isArray() && value.size() > 0) {
            m_out += u'\n';
            items(value, path, depth);
        } else {
            m_out += u' ' + scalar(value, depth + 1) + u'\n';
        }
    }

    void items(const k8s::JsonView &array, const QString &path, int depth)
    {
        array.forEach([&](const k8s::JsonView &one) {
            indent(depth);
            m_out += "- "_L1;
            if (one.isObject() && one.size() > 0) {
                members(one, path, depth + 1, true);
            } else if (one.isArray() && one.size() > 0) {
                m_out += u'\n';
                items(one, path, depth + 1);
            } else {
                m_out += scalar(one, depth + 1) + u'\n';
            }
        });
    }

    static QString quoted(const QString &text)
    {
        QString out = u"\""_s;
        for (const QChar c : text) {
            switch (c.unicode()) {
            case u'"':
                out += "\\\""_L1;
                break;
            case u'\\':
                out += "\\\\"_L1;
                break;
            case u'\n':
                out += "\\n"_L1;
                break;
            case u'\t':
                out += "\\t"_L1;
                break;
            case u'\r':
                out += "\\r"_L1;
                break;
            default:
                if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0))
                    out += u"\\x%1"_s.arg(c.unicode(), 2, 16, QLatin1Char('0'));
                else
                    out += c;
            }
        }
        return out + u'"';
    }

    static QString scalar(const k8s::JsonView &value, int depth)
    {
        const QByteArray json = value.toJson();
        if (!json.startsWith('"'))
            return QString::fromUtf8(json);
        QString text = value.string();
        if (readsAsText(text))
            return text;
        static const QRegularExpression unprintable(uR"([\x00-\x09\x0b-\x1f\x7f-\x9f])"_s);
        const bool block = text.contains(u'\n') && !text.startsWith(u' ') && !text.startsWith(u'\n')
            && !text.contains(unprintable) && !text.contains(" \n"_L1);
        return block ? blockText(text, depth) : quoted(text);
    }

    static QString blockText(const QString &text, int depth)
    {
        qsizetype ends = 0;
        while (ends < text.size() && text[text.size() - 1 - ends] == u'\n')
            ++ends;
        const auto *chomp = ends == 0 ? "|-" : ends == 1 ? "|" : "|+";
        QString out = QString::fromLatin1(chomp);
        const auto lines = QStringView(text).chopped(ends > 0 ? 1 : 0).split(u'\n');
        for (const auto line : lines)
            out += u'\n' + (line.isEmpty() ? QString() : QString(depth * 2, u' ') + line.toString());
        return out;
    }

    Skip m_skip;
    QString m_out;
};

bool isNoise(const QString &path)
{
    return path == "metadata/managedFields"_L1
        || path == "metadata/annotations/kubectl.kubernetes.io/last-applied-configuration"_L1;
}

} // namespace

QString yamlText(const k8s::JsonView &object) { return Emitter(&isNoise).emitted(object); }

QString manifestText(const k8s::JsonView &object)
{
    return Emitter([](const QString &path) {
               static const QStringList added {u"status"_s,
                                               u"metadata/uid"_s,
                                               u"metadata/resourceVersion"_s,
                                               u"metadata/creationTimestamp"_s,
                                               u"metadata/generation"_s,
                                               u"metadata/selfLink"_s,
                                               u"metadata/ownerReferences"_s,
                                               u"metadata/finalizers"_s};
               return isNoise(path) || added.contains(path);
           })
        .emitted(object);
}

} // namespace models
