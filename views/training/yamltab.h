// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace models {
class JobDetail;
}

namespace views {

class YamlColors;

/// The live object as YAML, read-only, highlighted; keeps its place while the object changes under it.
class YamlTab : public QWidget
{
    Q_OBJECT
public:
    explicit YamlTab(models::JobDetail &detail, QWidget *parent = nullptr);
    ~YamlTab() override;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void dress();

    models::JobDetail &m_detail;
    QPlainTextEdit *m_text;
    YamlColors *m_colors;
    bool m_outdated = true;
};

} // namespace views
