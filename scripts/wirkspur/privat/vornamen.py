"""Common given names, as people in a German city bear them. A name as such is no personal data.

Left out is what is also an everyday word (Mark, Rose, Ernst, Wolf) or a place (Sofia, Florenz):
a name that is missed here is still found behind „Frau“ or in a list of those present.
"""

from .lists import words

VORNAMEN = words(
    """
Alexander Alexandra Alfred Alina Amelie Andrea Andreas Angela Angelika Anja Anke Anna Annalena
Anne Annegret Anneliese Annemarie Annette Annika Antje Anton Antonia Armin Arne Arnold Astrid Axel
Barbara Beate Benedikt Benjamin Benno Bernd Bernhard Bettina Birgit Birte Björn Brigitte Britta
Bruno Carina Carmen Carola Carolin Caroline Carsten Charlotte Christa Christian Christiane
Christina Christine Christof Christoph Christopher Clara Claudia Claus Clemens Cornelia Corinna
Cordula Dagmar Daniel Daniela David Denise Detlef Dieter Dietmar Dietrich Dirk Dominik Doris
Dorothea Dorothee Eberhard Eckhard Edith Edgar Elfriede Elisabeth Elke Ella Ellen Elsa Emil Emilia
Emily Emma Erich Erik Erika Erwin Esther Eugen Eva Evelyn Fabian Fabienne Felix Ferdinand Finn
Florian Franz Franziska Frauke Frederik Friederike Friedhelm Friedrich Fritz Gabriele Gabi Georg
Gerald Gerda Gerhard Gerlinde Gernot Gertrud Gisela Gottfried Greta Gregor Gudrun Guido Günter
Günther Gunther Hanna Hannah Hannelore Hannes Hans Harald Hartmut Hedwig Heike Heiko Heiner
Heinrich Heinz Helena Helene Helga Helmut Hendrik Henning Henrik Henriette Herbert Hermann Hilde
Hildegard Holger Horst Hubert Hugo Ida Ilona Ilse Ines Inga Inge Ingeborg Ingo Ingrid Irene Irina
Irmgard Isabel Isabell Isabella Jakob Jan Jana Janina Janine Jannik Jens Jessica Joachim Jochen
Johann Johanna Johannes Jonas Jonathan Jörg Josef Joseph Josefine Julia Julian Juliane Jürgen
Jutta Karin Karl Karla Karl-Heinz Karolin Karoline Karsten Katharina Kathrin Katja Katrin Kerstin
Kirsten Klara Klaus Konrad Konstantin Kristina Kristin Kurt Lara Larissa Laura Lea Lena Leni Leon
Leonie Leonhard Lina Lisa Lothar Louisa Luca Ludwig Luisa Lukas Lutz Lydia Magdalena Maike Manfred
Manuel Manuela Marcel Marco Marcus Maren Margarete Margit Margot Margret Maria Marianne Marie
Marieke Mario Marion Marius Markus Marlene Marlies Martha Martin Martina Mathias Mathilde Matthias
Maximilian Meike Melanie Merle Mia Michael Michaela Miriam Mirjam Monika Moritz Nadine Nadja
Natalie Natascha Nele Niclas Nicole Niels Niklas Nikolas Nils Nina Nora Norbert Olaf Oliver Oskar
Oswald Otto Patricia Patrick Paul Paula Pauline Peter Petra Philip Philipp Pia Rainer Ralf Ralph
Ramona Raphael Rebecca Rebekka Regina Reiner Reinhard Reinhold Renate René Renée Richard Ricarda
Robert Robin Roland Rolf Ronja Rosemarie Roswitha Rudi Rudolf Rüdiger Ruth Sabine Sabrina Sandra
Sarah Sascha Saskia Sebastian Selina Sibylle Siegfried Sigrid Silke Silvia Simon Simone Sonja
Sophia Sophie Stefan Stefanie Steffen Steffi Stephan Stephanie Susanne Susann Svenja Sven Sybille
Sylvia Tanja Tatjana Theo Theodor Theresa Therese Thilo Thomas Thorsten Tim Timo Tobias Tom Torben
Torsten Tristan Udo Ulf Ulrich Ulrike Ursel Ursula Uta Ute Uwe Valentin Vanessa Vera Verena
Veronika Viktor Viktoria Volker Volkmar Waltraud Werner Wiebke Wilfried Wilhelm Willi Winfried
Wolfgang Wolfram Xenia Yannick Yvonne Fanny Joschka Mike Kevin Dennis Marvin Justin Jason Jennifer
Sandy Mandy Peggy Cindy Maik Heidi Heidemarie Rosi Traute Uschi Toni Conny Kalle Levi Noah Elias
Mats Linus Matilda Frieda Lotte Carla Carl Amalia Rosalinde Edeltraud Edeltraut Irmtraud Adelheid
Ottilie Käthe Lieselotte Gundula Walburga Hiltrud Mechthild Brunhilde Wilhelmine Hermine Amalie
Emilie Bärbel Gitta Gerti Marlis Anni Jule Kira Sina Svea Tabea Thea Tilda Romy Ronny Rico Silvio
Henry Harry Deborah Joana Ayla Ole Kim Finja Lilli Lilly Marlon Nico Niko Nika Luise Louise Ludger
Luzie Lucy Mila Neele Ron Sören Jörn Thies Hauke Imke Insa Dörte Birthe Lasse Malte Sönke Bjarne
Fiete Enno Eike Meinhard Reimund Raimund Rosina Hertha Loni Leonore Lore Lenny Levin Liam Lian
Lotta Mathis Mattis Mira Noel Oskar Rieke Stine Theresia Till Tilo Tjark Torge Trude Wilma Zoe
Aaron Aylin Elin Jonna Jette Karim Lieschen Susi Moni Biggi Hanni Manni Andi Tommy Gitti Betti
Lissi Resi Vroni Hansi Rudi Willi Kathi Steffi Julchen Lenchen Achim Jupp Patric Ansgar Christel
Constanze Konstanze Burkhard Helge Mary Marina Roger Torge Heiner Thoralf Gereon Gernot Ulla Elli
Ingolf Egon Erna Hella Herta Rosel Traudel Marga Karsta Silvana Solveig Willy Hajo Uli Alex Chris
Micha Swantje Silja Tessa Ylva Wenke Wiebke Frank Ralf Heinz-Peter Hans-Jürgen Hans-Peter
Anna-Lena Ann-Kathrin Eva-Maria Marie-Luise Jean Pierre Nicolas François Jacques Louis Claire
Camille Amélie Véronique Isabelle Etienne Rémy Anna-Maria Ann-Christin Anna-Katharina Anna-Sophie
Anne-Marie Anne-Kathrin Bernd-Dieter Eva-Lotte Franz-Josef Hans-Dieter Hans-Georg Hans-Joachim
Hans-Ulrich Hans-Werner Heinz-Jürgen Heinz-Josef Jan-Philipp Johann-Christoph Jean-Pierre
Karl-Friedrich Karl-Josef Karl-Otto Kim-Lea Klaus-Dieter Klaus-Peter Lisa-Marie Maria-Luise
Marie-Louise Mehmet-Ali Muhammed-Ali Paul-Gerhard Peter-Paul Rolf-Dieter Rosa-Maria Ulf-Dieter
Wolf-Dieter

Abdullah Adem Ahmet Alev Ali Alper Arda Arzu Asli Aslı Atakan Aylin Aynur Ayse Ayşe Aysel Aysegül
Ayşegül Aziz Bahar Baran Baris Barış Bayram Bekir Belgin Berfin Berk Beyza Birgül Bülent Burak
Burcu Büsra Büşra Cagla Çağla Can Canan Cansu Celal Cem Cemal Cemile Cengiz Ceren Cihan Deniz
Derya Devrim Dilan Dilara Dilek Dogan Doğan Duygu Ebru Ece Ecem Eda Efe Elif Elvan Emel Emin Emine
Emrah Emre Ercan Erdal Erdem Erdogan Erdoğan Eren Ergin Erhan Erkan Erol Ersin Esra Fadime Faruk
Fatih Fatma Fatoş Ferhat Feride Fikret Filiz Funda Furkan Gamze Gökhan Gönül Gül Gülay Gülcan
Gülsüm Gülten Hakan Halil Halime Hamza Handan Harun Hasan Hasret Hatice Havva Hayriye Huri Hülya
Hüseyin Ibrahim İbrahim Ilhan İlhan Ilker İlker Ismail İsmail Ipek İpek Kadir Kemal Kerem Kübra
Kürsat Lale Latife Levent Leyla Mahmut Mehmet Mehtap Melek Meliha Melike Meltem Meral Merve Meryem
Mert Mesut Metin Mihriban Mine Muhammed Murat Mustafa Müge Nazan Nazli Nazlı Necla Nermin Neslihan
Nesrin Nihat Nilgün Nilüfer Nuray Nurcan Nurhan Nuri Oguz Oğuz Okan Oktay Onur Orhan Osman Ömer
Önder Özcan Özgür Özlem Pelin Pınar Ramazan Recep Remzi Reyhan Ridvan Rıdvan Rukiye Sadik Safiye
Sakine Salih Saniye Sedat Seda Sedef Sefa Selçuk Selcuk Selda Selim Selin Selma Semih Semra Senay
Şenay Serap Sercan Serdar Serhat Serkan Serpil Sevda Sevgi Sevil Sevim Sezen Sibel Sinan Songül
Suat Süleyman Sultan Suzan Tarik Tarık Taner Tayfun Tekin Tolga Tuba Tugba Tuğba Tülay Tuncay
Turan Turgut Türkan Ufuk Ugur Uğur Ümit Ünal Vedat Veli Volkan Yasar Yaşar Yasemin Yasin Yavuz
Yeliz Yesim Yeşim Yilmaz Yıldız Yunus Yusuf Zehra Zekiye Zeliha Zeynep Ziya Zübeyde

Abbas Abdel Abdelkader Abdelkarim Abdul Abdulrahman Abdurrahman Abeer Abir Adel Adnan Ahmad Ahmed
Aicha Aisha Akram Alaa Amal Amani Amer Amin Amina Amir Amira Ammar Anas Anwar Asma Assad Ayman
Ayoub Aziza Bashar Basel Basma Bassam Bilal Bouchra Dalia Dalal Djamila Dunia Eyad Fadi Fadia Fahd
Faisal Farah Farida Faris Fatima Fatiha Fouad Ghada Ghassan Habib Habiba Haidar Haifa Hala Halima
Hamid Hamida Hana Hanan Hani Haneen Hany Hassan Hassna Hayat Heba Hicham Hind Houda Hussein Husam
Huda Iman Imane Imad Inas Issam Iyad Jamal Jamila Jawad Jihan Jomana Kamal Kamel Karim Karima
Khadija Khaled Khalid Khalil Kholoud Laila Lamia Latifa Layla Loubna Lubna Maha Mahmoud Mahmud
Majed Malak Malek Malika Manal Maram Mariam Marwa Marwan Maryam Mazen Mohamad Mohamed Mohammad
Mohammed Mona Moustafa Mounir Muna Mustapha Nabil Nabila Nada Nadia Nadim Nadir Naima Najat Najib
Najwa Nasser Nawal Nayef Nidal Nizar Noor Nour Nura Omar Omran Oussama Osama Qasim Rabia Rachid
Rachida Rafik Raghad Rahma Raja Rami Rana Rania Rasha Rashid Rawan Rayan Razan Reem Rima Riad Rim
Roula Saad Saadia Sabah Sabri Sadia Safa Said Saida Salah Saleh Salem Salim Salima Salma Salwa
Samah Samar Sami Samia Samir Samira Sana Sanaa Sawsan Shadi Shahd Shaima Siham Souad Soufian Suha
Suleiman Tahani Talal Tamer Tarek Tariq Wael Wafa Walid Wassim Widad Yahya Yara Yasmin Yasmina
Yasser Yazan Youssef Yousef Youssra Zaid Zainab Zakaria Zahra Ziad Zineb

Abbas Afsaneh Akbar Alireza Amirali Anahita Arash Arezu Ario Ashkan Atefeh Azadeh Azar Babak
Bahman Bahram Behnam Behrouz Behzad Bijan Darius Dariush Ebrahim Elaheh Elham Elnaz Esmail Farhad
Fariba Farid Farnaz Farshid Farzaneh Fatemeh Fereshteh Fereydoun Forough Ghazaleh Ghorban Golnar
Habibullah Hadi Haleh Hamed Hamideh Homa Hossein Javad Kamran Kaveh Khosrow Kianoush Kourosh Ladan
Laleh Mahdi Mahin Mahnaz Mahsa Majid Mansour Maryam Masoud Masoumeh Mehdi Mehran Mehrdad Milad
Mina Mohsen Mojgan Mojtaba Morteza Narges Nasim Nasrin Navid Nazanin Negar Neda Niloufar Nima Omid
Parisa Parvaneh Parviz Payam Pejman Pouya Ramin Reza Roya Saeed Saeid Samaneh Sara Setareh Shahin
Shahla Shahram Shabnam Shiva Shirin Siavash Soheila Somayeh Soraya Taraneh Vahid Yalda Zahir
Zohreh Gul Gulalai Hamidullah Karimullah Najibullah Nasrullah Rahimullah Sayed Zabihullah Zalmai
Wahida Fawad Ajmal Farooq Palwasha Spozhmai Mursal Freshta Hekmatullah Aziza Shukria

Anastasia Anastasiia Andrij Andrii Bohdan Bogdan Danylo Daria Darya Dmitri Dmitrij Dmytro
Ekaterina Galina Halyna Hanna Hryhorij Igor Ihor Inna Iryna Iwan Ivan Ivanna Jaroslaw Yaroslav
Jelena Julija Yuliia Yulia Kateryna Katerina Khrystyna Kyrylo Larysa Lesia Lesya Liudmyla Ludmila
Ljudmila Lyudmyla Maksim Maksym Maryna Maxim Mykhailo Mykola Mykyta Nadiia Nadeschda Nadezhda
Natalia Nataliia Natalija Nataliya Nikita Nikolai Olena Oleg Oleh Oleksandr Oleksandra Oleksij
Oleksii Olga Olha Oksana Olexandr Pavlo Petro Roksolana Ruslan Ruslana Serhii Serhij Sergej Sergei
Sergiy Snizhana Solomiia Svitlana Swetlana Svetlana Taras Tetiana Tetjana Tetyana Vadim Vadym
Valentyna Valeriia Valeria Vasyl Viktoriia Vitalij Vitalii Vitali Vladimir Wladimir Vladyslav
Volodymyr Wolodymyr Viacheslav Yevhen Yevheniia Zhanna Zoya Zoia

Adam Agata Agnieszka Aleksander Aleksandra Alicja Andrzej Aneta Arkadiusz Artur Barbara Bartosz
Beata Bogdana Boguslaw Bożena Bozena Cezary Damian Danuta Dariusz Dawid Dominika Dorota Edyta
Elżbieta Elzbieta Ewa Ewelina Gabriela Grażyna Grazyna Grzegorz Halina Henryk Honorata Iwona
Izabela Jacek Jadwiga Jakub Janusz Jaroslaw Jerzy Joanna Jolanta Justyna Kacper Kamil Kamila Karol
Karolina Katarzyna Kazimierz Kinga Krystyna Krzysztof Lech Leszek Lucyna Maciej Magda Malgorzata
Małgorzata Marcin Marek Mariola Mariusz Marta Mateusz Michal Michał Mieczyslaw Miroslaw Monika
Natalia Patryk Pawel Paweł Piotr Przemyslaw Radoslaw Rafal Rafał Renata Ryszard Slawomir Sławomir
Stanislaw Stanisław Szymon Tadeusz Tomasz Urszula Waldemar Wanda Wiesława Wieslaw Witold Wladyslaw
Wojciech Zbigniew Zofia Zuzanna

Alessandra Alessandro Alessia Alessio Andreas Angelo Anna-Maria Antonella Antonio Antonino
Apostolos Aristeidis Athanasios Beatrice Calogero Carlo Carmela Carmelo Chiara Chrysoula Claudio
Concetta Cristina Davide Despina Dimitra Dimitri Dimitrios Domenico Donato Dimosthenis Eftychia
Eirini Elena Eleni Eleftheria Eleonora Emanuele Enrico Ersilia Evangelia Evangelos Fabio Fabrizio
Federica Federico Filippo Foteini Francesca Francesco Gaetano Georgia Georgios Giacomo Giorgos
Gianluca Gianni Gioia Giorgia Giorgio Giovanna Giovanni Giulia Giuseppe Giuseppina Grigorios
Ilaria Ioanna Ioannis Jannis Yannis Kalliopi Katerina Konstantina Konstantinos Kostas Kyriakos
Laura Lorenzo Loredana Luciano Luigi Maddalena Marianna Marios Massimo Matteo Maurizio Michele
Nektarios Nicola Nicoletta Nikolaos Nikos Orazio Panagiota Panagiotis Pantelis Paolo Paraskevi
Pasquale Pietro Rosalia Rosaria Salvatore Santina Savvas Silvana Simona Sokratis Sotiria Sotirios
Spyridon Stavroula Stavros Stefania Stefano Stelios Theodora Theodoros Tommaso Umberto Vasiliki
Vasilios Vasilis Vincenzo Vito Zoi

Afewerki Abebe Abeba Abel Abraham Adhanet Adiam Almaz Asmerom Aster Awet Bereket Biniam Dawit Eden
Elsa Ephrem Ermias Estifanos Feven Filmon Fithawi Freweini Gebre Genet Ghebre Ghirmay Girma Hagos
Helen Hiwet Kibrom Kidane Kidist Lemlem Letebrhan Luwam Medhanie Mehari Mehret Merhawi Meron
Mesfin Mikal Mikias Mulu Nahom Natnael Rahel Robel Ruta Saba Salam Samrawit Samuel Selam Senait
Simret Tedros Teklay Temesgen Tesfalem Tesfay Tigist Tsegay Tsehay Winta Yemane Yirga Yohannes
Yonas Yordanos Zerai

Abdi Abdirahman Abdullahi Ayaan Ayan Asha Deqa Fadumo Farhia Fowzia Hodan Ifrah Khadra Liban Mahad
Nasra Nimo Sahra Sagal Warsame Yusra Zahara Abena Adama Adebayo Adjoa Afia Akosua Akua Ama Aminata
Amadou Anthony Awa Aissata Aissatou Alpha Binta Blessing Boubacar Chidi Chinedu Chioma Coumba
Emeka Emmanuel Esi Fanta Fatou Fatoumata Folake Ibrahima Idrissa Ifeoma Kofi Kojo Kwabena Kwame
Kwasi Lamine Mamadou Mariama Moussa Ndeye Ngozi Nkechi Obinna Olumide Oumar Oumou Ousmane Seydou
Souleymane Tunde Uche Yaa Yaw Yaya

Adriana Alejandra Alejandro Alvaro Ana Andrei Angel Beatriz Camila Carlos Catalina Cristian
Cristiano Daniele Diego Diogo Doina Eduardo Enrique Esteban Esperanza Felipe Fernanda Fernando
Francisca Francisco Gabriela Gheorghe Gonzalo Guadalupe Guillermo Gustavo Ignacio Ileana Ioana Ion
Ionel Isabela Javier Jesus Joana João Jorge José Jose Josefa Juan Juana Juliana Leticia Lorena
Lucia Lucía Luciana Luis Luiz Maribel Marisol Mateo Mercedes Mihai Miguel Mihaela Mircea Monica
Nelson Nicolae Olivia Pablo Paulo Pedro Pilar Rafael Ramón Ramon Raquel Raul Rocío Rodrigo Rosa
Rosario Rui Santiago Sergio Simão Sorin Stefania Susana Teresa Thiago Tiago Valentina Vasile
Vicente Ximena Yolanda

Ajla Almir Alma Amela Amra Ana-Marija Arben Arta Arjeta Aleksandar Azra Besnik Besa Blerim Blerta
Bojan Branka Branko Bujar Danijela Dejan Dragan Dragana Drita Dušan Dusan Edin Elvira Emina Enes
Fatmire Fatos Flamur Gordana Goran Ilir Ivana Ivica Jasmina Jelena Jovan Jovana Lirim Ljiljana
Luljeta Marija Marko Mersiha Milan Milena Milica Miloš Milos Mirela Mirjana Miroslav Mirza Mladen
Nebojša Nenad Nermina Nevena Nikola Predrag Radovan Sabahudin Sanela Sanja Sead Senad Slavica
Slobodan Snežana Snezana Stojan Tihomir Valbona Vesna Vjosa Vladan Vlado Zdravko Zoran Zorica

Anh Arjun Bao Chandra Deepa Dung Ganesh Gayathri Harpreet Hoa Huong Hung Kavita Khanh Kumar
Lakshmi Lan Linh Manoj Meena Minh Ngoc Nguyen Nhung Phuong Pooja Prakash Priya Quang Rajesh Rakesh
Ravi Sanjay Selvarani Shanthi Sivakumar Sunita Suresh Tamilselvan Thanh Thi Thuy Trang Tuan Uma
Vijay Vinod Xiaoming Yuki Hiroshi Keiko Kenji Takashi Yoko Jun Min-jun Soo-jin

Abir Ariana Avin Berivan Baran Bave Beritan Dilovan Dilshad Gulistan Hevin Hozan Jiyan Kawa Khunaf
Newroz Nujin Rojin Rojda Ronahi Serdem Shilan Sipan Xalil Zilan Zozan Nariman Sherin Jinan
"""
)

AUCH_WORT = words(
    """
Can Deniz Gül Sultan Sevgi Lale Melek Huri Devrim Mine Efe Veli Said Salam Hayat Eden Alpha
Blessing Angel Jesus Mercedes Pilar Santiago Nelson Rosa Georgia Jun Lan Hung Uma Raja Rima Rim
Sana Nada Saba Gebre Arta Alma Besa Kumar Nguyen Bahar Safa Sefa Ana Ama Awa Esi Ion Rui Thi Dunia
Farah Malak Asma Noor Nour Iman Eda Ece Hana Hind Rana Aster Tuba Fanta Levent Ruta Saad Genet
Rosalia Sahra Zahara Romano Vito Jean Toni Carla Carl Chris Alex Micha Harry Sandy Mandy Cindy
Marina Conny Silvana
"""
)
"""Given names that are also words, brands or places: what follows them need be no surname."""

NIE_ALLEIN = AUCH_WORT | words(
    """
Ramazan Bayram Newroz Nevroz Milan Georgia Viktoria Charlotte Israel Jordan Adam Eva Maria Martin
Robert Paul Peter Jan Robin Lea Nora Leon Moritz Felix Clara Karl Konrad Anne Hans Heinrich Johann
Johannes Josef Joseph Elisabeth Anna Helena Diego Florian Ida Ella Mia Ines Ali Emma Luca Tim Tom
Bruno Otto Werner Walter Arnold Friedrich Ludwig Ulrich Thomas Simon Stephan Wilhelm Kurt Philipp
Hermann Wanda Valentin Steffen Albrecht Lorenz Frank Kim Roman Benjamin Jakob David Daniel Samuel
Abraham Mustafa
"""
)
"""Given names that are also surnames or saints: alone they tell nothing."""
