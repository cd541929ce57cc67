// SPDX-License-Identifier: GPL-3.0-or-later
#include "k8s/spec/names.h"

#include <algorithm>

namespace k8s {

namespace {

bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isAlphanumeric(char c) { return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z'); }

/// ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]
bool isNamePart(std::string_view name)
{
    return !name.empty() && name.size() <= 63 && isAlphanumeric(name.front()) && isAlphanumeric(name.back())
        && std::ranges::all_of(name, [](char c) { return isAlphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

} // namespace

bool isDns1123Label(std::string_view name)
{
    const auto edge = [](char c) { return isLower(c) || isDigit(c); };
    return !name.empty() && name.size() <= 63 && edge(name.front()) && edge(name.back())
        && std::ranges::all_of(name, [&](char c) { return edge(c) || c == '-'; });
}

bool isDns1035Label(std::string_view name) { return isDns1123Label(name) && isLower(name.front()); }

bool isDns1123Subdomain(std::string_view name)
{
    if (name.empty() || name.size() > 253)
        return false;
    for (size_t start = 0; start <= name.size();) {
        const size_t dot = std::min(name.find('.', start), name.size());
        const std::string_view part = name.substr(start, dot - start);
        // Parts of a subdomain may be longer than 63 as far as the API server is concerned.
        if (part.empty() || !isDns1123Label(part.substr(0, 1)) || !isDns1123Label(part.substr(part.size() - 1))
            || !std::ranges::all_of(part, [](char c) { return isLower(c) || isDigit(c) || c == '-'; }))
            return false;
        start = dot + 1;
    }
    return true;
}

bool isQualifiedName(std::string_view name)
{
    const size_t slash = name.find('/');
    if (slash == std::string_view::npos)
        return isNamePart(name);
    return isDns1123Subdomain(name.substr(0, slash)) && isNamePart(name.substr(slash + 1));
}

bool isLabelValue(std::string_view value) { return value.empty() || isNamePart(value); }

bool isEnvironmentName(std::string_view name)
{
    // Since Kubernetes 1.34 everything printable but "=" is taken; what is below works everywhere.
    return !name.empty() && !isDigit(name.front())
        && std::ranges::all_of(name, [](char c) { return isAlphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

bool isPortName(std::string_view name)
{
    return name.size() <= 15 && isDns1123Label(name) && std::ranges::any_of(name, isLower)
        && name.find("--") == std::string_view::npos;
}

bool isDataKey(std::string_view key)
{
    return !key.empty() && key.size() <= 253 && key != "." && !key.starts_with("..")
        && std::ranges::all_of(key, [](char c) { return isAlphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

std::string toDnsLabel(std::string_view name)
{
    std::string label;
    for (const char c : name.substr(0, 63)) {
        if (c >= 'A' && c <= 'Z')
            label += char(c + ('a' - 'A'));
        else if (isLower(c) || isDigit(c))
            label += c;
        else if (!label.empty() && label.back() != '-')
            label += '-';
    }
    while (!label.empty() && !isLower(label.front()))
        label.erase(0, 1);
    while (!label.empty() && label.back() == '-')
        label.pop_back();
    return label;
}

} // namespace k8s
