// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/core/jsonview.h"

#include <cmath>

namespace k8s {

using simdjson::dom::element;

namespace {

template <class T>
std::optional<T> as(const std::optional<element> &value)
{
    T result;
    if (!value || value->get(result) != simdjson::SUCCESS)
        return std::nullopt;
    return result;
}

}

bool JsonView::isObject() const { return m_element && m_element->is_object(); }

bool JsonView::isArray() const { return m_element && m_element->is_array(); }

JsonView JsonView::operator[](std::string_view key) const
{
    element member;
    const auto object = as<simdjson::dom::object>(m_element);
    if (!object || object->at_key(key).get(member) != simdjson::SUCCESS)
        return {};
    return JsonView(member);
}

JsonView JsonView::at(qsizetype index) const
{
    element member;
    const auto array = as<simdjson::dom::array>(m_element);
    if (!array || index < 0 || array->at(size_t(index)).get(member) != simdjson::SUCCESS)
        return {};
    return JsonView(member);
}

qsizetype JsonView::size() const
{
    if (const auto array = as<simdjson::dom::array>(m_element))
        return std::distance(array->begin(), array->end()); // size() of simdjson saturates at 2^24
    if (const auto object = as<simdjson::dom::object>(m_element))
        return std::distance(object->begin(), object->end());
    return 0;
}

QString JsonView::string(const QString &otherwise) const
{
    const auto value = as<std::string_view>(m_element);
    return value ? QString::fromUtf8(value->data(), qsizetype(value->size())) : otherwise;
}

std::string_view JsonView::text() const { return as<std::string_view>(m_element).value_or(std::string_view()); }

qint64 JsonView::integer(qint64 otherwise) const
{
    if (const auto value = as<int64_t>(m_element))
        return *value;
    // Some writers say 3.0 for 3.
    if (const auto value = as<double>(m_element); value && std::trunc(*value) == *value && std::abs(*value) < 9e18)
        return qint64(*value);
    return otherwise;
}

double JsonView::number(double otherwise) const { return as<double>(m_element).value_or(otherwise); }

bool JsonView::boolean(bool otherwise) const { return as<bool>(m_element).value_or(otherwise); }

void JsonView::forEach(const std::function<void(JsonView)> &visit) const
{
    if (const auto array = as<simdjson::dom::array>(m_element)) {
        for (const element each : *array)
            visit(JsonView(each));
    }
}

void JsonView::forEachMember(const std::function<void(std::string_view key, JsonView)> &visit) const
{
    if (const auto object = as<simdjson::dom::object>(m_element)) {
        for (const auto &[key, value] : *object)
            visit(key, JsonView(value));
    }
}

QByteArray JsonView::toJson() const
{
    return m_element ? QByteArray::fromStdString(simdjson::minify(*m_element)) : QByteArray();
}

JsonView JsonDocument::parse(std::string_view json)
{
    element root;
    const auto error = m_parser.parse(json.data(), json.size()).get(root);
    if (error != simdjson::SUCCESS) {
        m_error = QString::fromUtf8(simdjson::error_message(error));
        return {};
    }
    m_error.clear();
    return JsonView(root);
}

} // namespace k8s
