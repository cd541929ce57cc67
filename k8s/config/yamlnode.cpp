// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/config/yamlnode.h"

#include "k8s/core/plaintext.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace k8s {

namespace {

constexpr qsizetype mostElements = 10'000;

std::unexpected<Error> wrong(Error::Kind kind, const QString &message, const QString &fileName, int line = 0)
{
    const QString context = line > 0 ? u"%1:%2"_s.arg(fileName).arg(line) : fileName;
    return std::unexpected(Error {.kind = kind, .message = message, .context = context});
}

Result<QByteArray> readFile(const QString &fileName, qint64 largest)
{
    QFile file(fileName);
    if (!QFileInfo::exists(fileName))
        return wrong(Error::Kind::Config, u"there is no such file"_s, fileName);
    if (!QFileInfo(fileName).isFile())
        return wrong(Error::Kind::Config, u"this is not a regular file"_s, fileName);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(Error::Kind::Config, file.errorString(), fileName);
    QByteArray text = file.read(largest + 1);
    if (text.size() > largest)
        return wrong(Error::Kind::Config, u"the file is larger than %1 bytes"_s.arg(largest), fileName);
    if (const auto nul = text.indexOf('\0'); nul >= 0)
        return wrong(Error::Kind::Parse, u"the file holds a NUL byte: it is not text"_s, fileName,
                     int(text.first(nul).count('\n')) + 1);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text);
    if (decoder.hasError())
        return wrong(Error::Kind::Parse, u"the file is not UTF-8 text"_s, fileName,
                     int(decoded.first(qMax<qsizetype>(0, decoded.indexOf(QChar::ReplacementCharacter))).count(u'\n'))
                         + 1);
    return text;
}

/// Counts down `left`; false when there is too much of it, as there is of a tree of aliases.
bool convert(const YAML::Node &node, nlohmann::json &json, int &left, int depth)
{
    if (--left < 0 || depth > 64)
        return false;
    if (node.IsSequence()) {
        json = nlohmann::json::array();
        for (const auto &each : node) {
            if (!convert(each, json.emplace_back(), left, depth + 1))
                return false;
        }
    } else if (node.IsMap()) {
        json = nlohmann::json::object();
        for (const auto &each : node) {
            if (!each.first.IsScalar() || !convert(each.second, json[each.first.Scalar()], left, depth + 1))
                return false;
        }
    } else if (node.IsScalar()) {
        const auto plain = node.Tag() == "?" ? nlohmann::json::parse(node.Scalar(), nullptr, false) : nlohmann::json();
        const bool isValue = plain.is_number() || plain.is_boolean();
        json = isValue ? plain : nlohmann::json(node.Scalar());
    }
    return true;
}

}

Result<YAML::Node> loadYamlFile(const QString &fileName, qint64 largest)
{
    auto text = readFile(fileName, largest);
    if (!text)
        return std::unexpected(text.error());
    if (text->startsWith("\xef\xbb\xbf"))
        text->remove(0, 3);
    try {
        return YAML::Load(text->toStdString());
    } catch (const YAML::Exception &exception) {
        QString message = plainText(QByteArrayView(exception.msg), 300);
        if (message == "bad file"_L1) // how its guard against deep nesting speaks
            message = u"the file is nested too deeply"_s;
        return wrong(Error::Kind::Parse, message, fileName, exception.mark.line + 1);
    } catch (const std::exception &exception) {
        return wrong(Error::Kind::Parse, QString::fromUtf8(exception.what()), fileName);
    }
}

YamlView::YamlView(const YAML::Node &node)
{
    if (node.IsDefined() && !node.IsNull()) {
        m_node.reset(node);
        m_exists = true;
    }
}

YamlView YamlView::operator[](const char *key) const
{
    if (!isMap())
        return {};
    for (const auto &each : m_node) {
        if (each.first.IsScalar() && each.first.Scalar() == key)
            return YamlView(each.second);
    }
    return {};
}

QList<YamlView> YamlView::elements() const
{
    QList<YamlView> views;
    if (isSequence()) {
        for (const auto &each : m_node) {
            if (views.size() >= mostElements)
                break;
            views += YamlView(each);
        }
    }
    return views;
}

QList<std::pair<QString, YamlView>> YamlView::members() const
{
    QList<std::pair<QString, YamlView>> views;
    if (isMap()) {
        for (const auto &each : m_node) {
            if (views.size() < mostElements && each.first.IsScalar())
                views.append({QString::fromStdString(each.first.Scalar()), YamlView(each.second)});
        }
    }
    return views;
}

QString YamlView::string() const
{
    return m_exists && m_node.IsScalar() ? QString::fromStdString(m_node.Scalar()) : QString();
}

QStringList YamlView::strings() const
{
    QStringList strings;
    for (const auto &each : elements())
        strings += each.string();
    return strings;
}

bool YamlView::boolean() const
{
    const QString word = string().toLower();
    return word == "true"_L1 || word == "yes"_L1 || word == "on"_L1 || word == "y"_L1;
}

int YamlView::line() const { return m_exists ? m_node.Mark().line + 1 : 0; }

QByteArray YamlView::toJson() const
{
    nlohmann::json json;
    int left = int(mostElements);
    if (!m_exists || !convert(m_node, json, left, 0))
        return {};
    return QByteArray::fromStdString(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace k8s
